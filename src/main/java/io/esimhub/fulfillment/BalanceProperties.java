package io.esimhub.fulfillment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.balances}
 *
 * @param every how often each supplier is asked for its balance, by one process for all
 */
@ConfigurationProperties("hub.balances")
record BalanceProperties(@DefaultValue("60s") Duration every) {}
