package io.esimhub.fulfillment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.fulfillment}
 *
 * @param waitForAllocation how long a mail waits for eSIMs that are bought and still being allocated, so that one mail brings them all
 * @param claimsWithin after a restore, all orders that wait look whether they were bought already in this time, before any is looked for: one
 *     must not find what is another's. Longer than the twenty seconds after which each looks
 */
@ConfigurationProperties("hub.fulfillment")
record FulfillmentProperties(
        @DefaultValue("60s") Duration waitForAllocation, @DefaultValue("60s") Duration claimsWithin) {}
