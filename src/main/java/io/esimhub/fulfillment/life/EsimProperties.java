package io.esimhub.fulfillment.life;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.esims}.
 *
 * @param askEvery callbacks about one eSIM within this time are one question to its supplier
 */
@ConfigurationProperties("hub.esims")
record EsimProperties(@DefaultValue("60s") Duration askEvery) {}
