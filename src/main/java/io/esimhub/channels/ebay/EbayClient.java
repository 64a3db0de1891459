package io.esimhub.channels.ebay;

import io.esimhub.operations.http.DeadlineTimer;
import io.esimhub.operations.http.OutboundClient;
import io.esimhub.operations.http.OutboundLimits;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** The HTTP client of eBay's APIs, {@code #ebay-api} for its routes. */
@Component
class EbayClient implements CamelContextConfiguration {

    private static final int CONNECTIONS = 24;
    private static final int MOST_BYTES = 8 << 20;

    private final EbayProperties properties;
    private final DeadlineTimer timer;

    EbayClient(EbayProperties properties, DeadlineTimer timer) {
        this.properties = properties;
        this.timer = timer;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        OutboundLimits limits =
                new OutboundLimits(properties.connectTimeout(), properties.readTimeout(), CONNECTIONS, MOST_BYTES);
        camel.getRegistry().bind("ebay-api", new OutboundClient(limits, timer));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // nothing is left to do
    }
}
