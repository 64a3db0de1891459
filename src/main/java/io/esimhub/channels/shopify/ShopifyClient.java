package io.esimhub.channels.shopify;

import io.esimhub.operations.http.DeadlineTimer;
import io.esimhub.operations.http.OutboundClient;
import io.esimhub.operations.http.OutboundLimits;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** The HTTP clients of a shop, for their routes: {@code #shopify-api} of the Admin API, {@code #shopify-files} of what it prepares. */
@Component
class ShopifyClient implements CamelContextConfiguration {

    private static final int CONNECTIONS = 24;
    private static final int MOST_BYTES = 8 << 20;

    private static final Duration FILE_TIMEOUT = Duration.ofMinutes(2);

    private final ShopifyProperties properties;
    private final DeadlineTimer timer;

    ShopifyClient(ShopifyProperties properties, DeadlineTimer timer) {
        this.properties = properties;
        this.timer = timer;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        bind(camel, "shopify-api", properties.readTimeout(), CONNECTIONS, MOST_BYTES);
        bind(camel, "shopify-files", FILE_TIMEOUT, 1, ShopifyListing.MOST_FILE_BYTES);
    }

    private void bind(CamelContext camel, String name, Duration readTimeout, int connections, int mostBytes) {
        camel.getRegistry()
                .bind(
                        name,
                        new OutboundClient(
                                new OutboundLimits(properties.connectTimeout(), readTimeout, connections, mostBytes),
                                timer));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // nothing is left to do
    }
}
