package io.esimhub.reconciliation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.reconciliation}.
 *
 * @param settle what changed more recently is not compared: its webhook may be late
 * @param overlap how far a run goes back before the newest order of the last one
 * @param firstLookBack how far the first run at a shop goes back
 * @param longestWindow that a person may ask for
 * @param repairWithin after it, what was to be repaired by itself and is not is a person's
 * @param unsentAfter after it, a unit that was bought and never sent is a difference
 * @param drift so many orders of one run that no webhook told of are a case
 * @param keep how long runs and what they found are kept
 * @param changes when the channels' lists of changed orders are compared
 * @param days when the day before is compared as a set
 * @param suppliers when the suppliers' lists of the day before are compared
 */
@Validated
@ConfigurationProperties("hub.reconciliation")
record ReconciliationProperties(
        @DefaultValue("10m") Duration settle,
        @DefaultValue("30m") Duration overlap,
        @DefaultValue("24h") Duration firstLookBack,
        @DefaultValue("400d") Duration longestWindow,
        @DefaultValue("30m") Duration repairWithin,
        @DefaultValue("12h") Duration unsentAfter,
        @DefaultValue("1") @Min(1) int drift,
        @DefaultValue("400d") Duration keep,
        @DefaultValue @Valid Changes changes,
        @DefaultValue @Valid Days days,
        @DefaultValue @Valid Suppliers suppliers) {

    /** @param misfire what Quartz does about a time that was missed: 1 makes up for it once, 2 leaves it out */
    record Changes(
            @DefaultValue("0 5/30 * * * ?") @NotBlank String cron,
            @DefaultValue("UTC") ZoneId timeZone,
            @DefaultValue("1") @Min(1) @Max(2) int misfire) {}

    record Days(
            @DefaultValue("0 40 3 * * ?") @NotBlank String cron,
            @DefaultValue("UTC") ZoneId timeZone,
            @DefaultValue("1") @Min(1) @Max(2) int misfire) {}

    record Suppliers(
            @DefaultValue("0 10 4 * * ?") @NotBlank String cron,
            @DefaultValue("UTC") ZoneId timeZone,
            @DefaultValue("1") @Min(1) @Max(2) int misfire) {}
}
