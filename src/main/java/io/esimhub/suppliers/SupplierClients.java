package io.esimhub.suppliers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Two HTTP clients a supplier, one for orders and one for questions, so that a slow supplier never takes another's
 * connections, nor a long list those of orders.
 */
@Configuration(proxyBeanMethods = false)
class SupplierClients {

    private static final int ORDER_BYTES = 1 << 20;
    private static final int LIST_BYTES = 32 << 20;

    @Bean
    SupplierConnections esimGoOrderConnections(SuppliersProperties properties, DeadlineTimer timer) {
        return new SupplierConnections(properties.of("esim-go"), timer, ORDER_BYTES);
    }

    @Bean
    SupplierConnections esimGoQueryConnections(SuppliersProperties properties, DeadlineTimer timer) {
        return new SupplierConnections(properties.of("esim-go"), timer, LIST_BYTES);
    }

    @Bean
    SupplierConnections redteagoOrderConnections(SuppliersProperties properties, DeadlineTimer timer) {
        return new SupplierConnections(properties.of("redteago"), timer, ORDER_BYTES);
    }

    @Bean
    SupplierConnections redteagoQueryConnections(SuppliersProperties properties, DeadlineTimer timer) {
        return new SupplierConnections(properties.of("redteago"), timer, LIST_BYTES);
    }
}
