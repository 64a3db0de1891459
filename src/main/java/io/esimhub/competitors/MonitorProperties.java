package io.esimhub.competitors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.competitors}: what the monitor does with prices once it has them. How it comes by them: {@link CompetitorProperties}.
 *
 * @param threads visits at a time; nothing else of the monitor runs on them
 * @param deadline the longest visit; past it the visit is interrupted
 * @param retry how long the monitor waits before it tries again to start
 * @param base currency that prices are compared in, ISO 4217
 * @param rates what one unit of a currency is in the base; a currency without one is not compared
 */
@Validated
@Profile("competitors")
@ConfigurationProperties("hub.competitors")
public record MonitorProperties(
        @DefaultValue("2") @Min(1) @Max(16) int threads,
        @DefaultValue("30m") @NotNull Duration deadline,
        @DefaultValue("60s") @NotNull Duration retry,
        @DefaultValue("USD") @Pattern(regexp = "[A-Z]{3}") String base,
        @DefaultValue Map<String, @DecimalMin(value = "0", inclusive = false) BigDecimal> rates,
        @DefaultValue @Valid StoreSettings store,
        @DefaultValue @Valid Matching matching,
        @DefaultValue @Valid Alerts alerts,
        @DefaultValue @Valid Hub hub) {

    /**
     * @param type where the monitor keeps its books
     * @param file of SQLite; the folder is made
     * @param maxSize the file does not grow beyond; then runs fail until something is thinned out
     * @param busyTimeout how long one waits for the file, and for the other user of the same connection
     * @param keep how long prices that no longer count, runs and closed alerts are kept
     */
    public record StoreSettings(
            @DefaultValue("SQLITE") @NotNull Type type,
            @DefaultValue("data/competitors/monitor.db") @NotBlank String file,
            @DefaultValue("256MB") @NotNull DataSize maxSize,
            @DefaultValue("2s") @NotNull Duration busyTimeout,
            @DefaultValue("400d") @NotNull Duration keep,
            @DefaultValue @Valid D1 d1) {}

    public enum Type {
        SQLITE,
        D1
    }

    /**
     * Cloudflare D1 by its HTTP API.
     *
     * @param token with the right to edit D1; needed when the store is of type {@code d1}, as account and database are
     * @param timeout of one call, from the first to the last byte
     * @param maxAnswer of one call
     */
    public record D1(
            @DefaultValue("https://api.cloudflare.com/client/v4") @NotNull URI api,
            @DefaultValue("") String account,
            @DefaultValue("") String database,
            @DefaultValue("") String token,
            @DefaultValue("15s") @NotNull Duration timeout,
            @DefaultValue("8MB") @NotNull DataSize maxAnswer) {

        @Override
        public String toString() {
            return "D1[api=" + api + ", account=" + account + ", database=" + database + "]";
        }
    }

    /**
     * Which plans are alike.
     *
     * @param dataTolerance per cent of our data amount
     * @param validityTolerance per cent of our days
     * @param wider whether a plan counts that covers more countries than ours
     * @param maxAge a price that was last seen longer ago does not count any more
     */
    public record Matching(
            @DefaultValue("10") @Min(0) @Max(100) int dataTolerance,
            @DefaultValue("10") @Min(0) @Max(100) int validityTolerance,
            @DefaultValue("true") boolean wider,
            @DefaultValue("14d") @NotNull Duration maxAge) {}

    /** @param undercut per cent of our price; a competitor that is more below it raises an alert */
    public record Alerts(@DefaultValue("10") @NotNull @DecimalMin("0") BigDecimal undercut) {}

    /**
     * Where our own products are read: the hub's public API, as any other client.
     *
     * @param apiKey with scope {@code chatbot}; empty: our products are not read
     * @param timeout of one page, from the first to the last byte
     * @param maxAnswer of one page
     * @param mostProducts beyond that many the reading fails
     */
    public record Hub(
            @DefaultValue("http://localhost:8080") @NotNull URI url,
            @DefaultValue("") String apiKey,
            @DefaultValue("10s") @NotNull Duration timeout,
            @DefaultValue("4MB") @NotNull DataSize maxAnswer,
            @DefaultValue("20000") @Min(1) int mostProducts) {

        @Override
        public String toString() {
            return "Hub[url=" + url + "]";
        }
    }
}
