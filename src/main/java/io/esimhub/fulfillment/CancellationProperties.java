package io.esimhub.fulfillment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.cancel-at-suppliers}.
 *
 * @param cancelAtSuppliers false: nothing is given back by itself, every eSIM that is not owed any more is a task for a person
 */
@ConfigurationProperties("hub")
record CancellationProperties(@DefaultValue("true") boolean cancelAtSuppliers) {}
