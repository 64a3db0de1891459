package io.esimhub.operations.work;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.work}.
 *
 * @param threads each of the two pools: the immediate runs and the scheduler's; more than the sum of all bulkheads
 * @param backlog immediate runs that may wait in memory; beyond that the scheduler has them
 * @param safetyNet when the scheduler takes an item whose immediate run has not reported
 * @param pollInterval how often the scheduler looks for due items
 */
@Validated
@ConfigurationProperties("hub.work")
record WorkProperties(
        @DefaultValue("112") @Min(1) int threads,
        @DefaultValue("512") @Min(1) int backlog,
        @DefaultValue("30s") Duration safetyNet,
        @DefaultValue("1s") Duration pollInterval) {}
