package io.esimhub.channels.shopify;

import io.esimhub.operations.http.DeadlineTimer;
import io.esimhub.operations.http.OutboundClient;
import io.esimhub.operations.http.OutboundLimits;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** The HTTP client of the Admin API, {@code #shopify-api} for its route. */
@Component
class ShopifyClient implements CamelContextConfiguration {

    private static final int CONNECTIONS = 24;
    private static final int MOST_BYTES = 8 << 20;

    private final ShopifyProperties properties;
    private final DeadlineTimer timer;

    ShopifyClient(ShopifyProperties properties, DeadlineTimer timer) {
        this.properties = properties;
        this.timer = timer;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        camel.getRegistry()
                .bind(
                        "shopify-api",
                        new OutboundClient(
                                new OutboundLimits(
                                        properties.connectTimeout(), properties.readTimeout(), CONNECTIONS, MOST_BYTES),
                                timer));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // nothing is left to do
    }
}
