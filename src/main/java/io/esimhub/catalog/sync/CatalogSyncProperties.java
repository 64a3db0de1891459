package io.esimhub.catalog.sync;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.catalog.sync}.
 *
 * @param cron when every supplier's list is read: second, minute, hour, day of month, month, day of week, as Quartz reads it
 * @param timeZone of that expression
 * @param misfire what Quartz does about a time that was missed: 1 makes up for it once, 2 leaves it out
 * @param greatestLoss per cent of a supplier's offers that may be gone from its list at once; a list that lost more is not believed
 * @param keep how long reports are kept; the latest of each outcome and those that changed a cost stay
 */
@Validated
@ConfigurationProperties("hub.catalog.sync")
record CatalogSyncProperties(
        @DefaultValue("0 17 * * * ?") String cron,
        @DefaultValue("UTC") ZoneId timeZone,
        @DefaultValue("1") @Min(1) @Max(2) int misfire,
        @DefaultValue("50") @DecimalMin("0") @DecimalMax("100") BigDecimal greatestLoss,
        @DefaultValue("90d") Duration keep) {}
