package io.esimhub.channels.amazon;

import io.esimhub.operations.http.DeadlineTimer;
import io.esimhub.operations.http.OutboundClient;
import io.esimhub.operations.http.OutboundLimits;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** The HTTP client for Amazon's APIs, {@code #amazon-api} for its routes. */
@Component
class AmazonClient implements CamelContextConfiguration {

    private static final int CONNECTIONS = 24;
    private static final int MOST_BYTES = 8 << 20;

    private final AmazonProperties properties;
    private final DeadlineTimer timer;

    AmazonClient(AmazonProperties properties, DeadlineTimer timer) {
        this.properties = properties;
        this.timer = timer;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        OutboundLimits limits =
                new OutboundLimits(properties.connectTimeout(), properties.readTimeout(), CONNECTIONS, MOST_BYTES);
        camel.getRegistry().bind("amazon-api", new OutboundClient(limits, timer));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // nothing is left to do
    }
}
