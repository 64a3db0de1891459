package io.esimhub.fulfillment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.fulfillment}
 *
 * @param waitForAllocation how long a mail waits for eSIMs that are bought and still being allocated, so that one mail brings them all
 */
@ConfigurationProperties("hub.fulfillment")
record FulfillmentProperties(@DefaultValue("60s") Duration waitForAllocation) {}
