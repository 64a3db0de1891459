package io.esimhub.orders;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.orders}.
 *
 * @param sweepEvery how often orders that were left behind are looked for
 * @param confirmWithin longer than all calls of one telling may take together: after it a run that has not reported is believed dead, and
 *     another one tells the channel
 */
@Validated
@ConfigurationProperties("hub.orders")
record OrderProperties(@DefaultValue("60s") Duration sweepEvery, @DefaultValue("2m") Duration confirmWithin) {}
