package io.esimhub.competitors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.competitors}: whom to visit, how, and as whom.
 *
 * @param userAgent product name that sites see and that robots.txt may name; letters, digits, {@code -} and {@code _} (RFC 9309, 2.2.1)
 * @param contact address of a page or a mailbox, sent with every request, so that a site's owner can reach us
 * @param allowedPrivateHosts hosts that may lie in our own network, which is otherwise refused; for this machine and tests
 * @param regions countries behind a name that is no country, e.g. {@code Europe: [DE, FR]}
 * @param shops the competitors by name
 */
@Validated
@Profile("competitors")
@ConfigurationProperties("hub.competitors")
public record CompetitorProperties(
        @DefaultValue("eSIMHubPriceMonitor") @NotBlank String userAgent,
        @DefaultValue("") String contact,
        @DefaultValue Set<String> allowedPrivateHosts,
        @DefaultValue Map<String, List<String>> regions,
        @DefaultValue @Valid Fetching fetching,
        @DefaultValue Map<String, @Valid Competitor> shops) {

    public CompetitorProperties {
        Map<String, Competitor> named = new LinkedHashMap<>();
        shops.forEach((name, shop) -> named.put(name, shop.named(name)));
        shops = Map.copyOf(named);
    }

    /**
     * @param gap least time between two requests to one host
     * @param longestGap a site whose robots.txt asks for a longer one is not visited at all
     * @param connectTimeout to connect
     * @param readTimeout the longest silence of an answer
     * @param deadline the longest call, from the first to the last byte
     * @param maxBody of an answer, packed and unpacked
     * @param rest how long a host is left alone after the first error; doubled with each more
     * @param longestRest the end of the doubling, also for what a host asks for by {@code Retry-After}
     * @param robotsFor how long a robots.txt counts
     */
    public record Fetching(
            @DefaultValue("2s") Duration gap,
            @DefaultValue("30s") Duration longestGap,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("10s") Duration readTimeout,
            @DefaultValue("30s") Duration deadline,
            @DefaultValue("4MB") DataSize maxBody,
            @DefaultValue("5m") Duration rest,
            @DefaultValue("12h") Duration longestRest,
            @DefaultValue("24h") Duration robotsFor) {}

    /**
     * @param name its key in the settings
     * @param cron when it is visited: second, minute, hour, day of month, month, day of week
     * @param zone of that expression
     */
    public record Competitor(
            String name,
            @DefaultValue("true") boolean enabled,
            @DefaultValue("0 20 4 * * ?") @NotBlank String cron,
            @DefaultValue("UTC") ZoneId zone,
            @NotEmpty List<@Valid Source> sources) {

        Competitor named(String key) {
            return new Competitor(key, enabled, cron, zone, sources);
        }
    }

    /**
     * @param items JSONPath or CSS selector of one plan each
     * @param jsonIn CSS selector of the elements of an HTML page that hold JSON, e.g. {@code script[type=application/ld+json]}; items and fields are
     *     JSONPath then
     * @param follow for a sitemap: which pages, and how they are read
     */
    public record Source(
            @NotNull Type type,
            @NotBlank String url,
            @NotBlank String items,
            String jsonIn,
            @NotNull @Valid Fields fields,
            @DefaultValue @Valid Defaults defaults,
            @DefaultValue @Valid Follow follow,
            @DefaultValue @Valid Limits limits) {}

    public enum Type {
        JSON,
        HTML,
        SITEMAP
    }

    /**
     * Where each value lies: JSONPath from the item, or a CSS selector within it. {@code selector@name} takes an attribute, {@code @name} one
     * of the item itself. What is absent here is taken from the defaults, or is not known.
     */
    public record Fields(
            @NotBlank String id,
            String title,
            String url,
            String countries,
            String data,
            String validity,
            @NotBlank String price,
            String currency) {}

    /**
     * @param currency ISO 4217, where the page says none or only a sign that several have
     * @param countries where the page names none
     * @param dataUnit of a bare number: MB or GB
     * @param validityUnit of a bare number: hours, days or months
     */
    public record Defaults(
            String currency,
            @DefaultValue List<String> countries,
            @DefaultValue("GB") String dataUnit,
            @DefaultValue("days") String validityUnit) {}

    /**
     * @param pages regular expression that the whole address of a page matches
     * @param type how they are read: html or json
     * @param most pages of one visit; more of them are a refusal, not a part
     */
    public record Follow(
            @DefaultValue(".*") String pages,
            @DefaultValue("HTML") Type type,
            @DefaultValue("200") @Min(1) @Max(5000) int most) {}

    /** @param items of one visit; more of them are a refusal, not a part */
    public record Limits(@DefaultValue("5000") @Min(1) @Max(50000) int items) {}
}
