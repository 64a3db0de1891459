package io.esimhub.suppliers;

import io.esimhub.operations.http.DeadlineTimer;
import io.esimhub.operations.http.OutboundClient;
import io.esimhub.operations.http.OutboundLimits;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/**
 * Two HTTP clients a supplier, {@code #<code>-orders} and {@code #<code>-questions} for its routes, so that a slow supplier never takes
 * another's connections, nor a long list those of orders.
 */
@Component
class SupplierClients implements CamelContextConfiguration {

    private static final int ORDER_BYTES = 1 << 20;
    private static final int LIST_BYTES = 32 << 20;

    private final SuppliersProperties properties;
    private final DeadlineTimer timer;

    SupplierClients(SuppliersProperties properties, DeadlineTimer timer) {
        this.properties = properties;
        this.timer = timer;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        properties.suppliers().forEach((code, settings) -> {
            camel.getRegistry().bind(code + "-orders", new OutboundClient(limits(settings, ORDER_BYTES), timer));
            camel.getRegistry().bind(code + "-questions", new OutboundClient(limits(settings, LIST_BYTES), timer));
        });
    }

    private static OutboundLimits limits(SupplierSettings settings, int maxBytes) {
        return new OutboundLimits(settings.connectTimeout(), settings.readTimeout(), settings.bulkhead(), maxBytes);
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // nothing is left to do
    }
}
