package io.esimhub.suppliers;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One HTTP client a supplier, so that a slow one never takes another's connections. */
@Configuration(proxyBeanMethods = false)
class SupplierClients {

    /** RedteaGO's package list, the longest answer of all, has some 2,600 entries. */
    private static final int MAX_BYTES = 16 << 20;

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService supplierDeadlines() {
        return Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, "supplier-deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    SupplierConnections esimGoConnections(SuppliersProperties properties, ScheduledExecutorService supplierDeadlines) {
        return connections(properties, "esim-go", supplierDeadlines);
    }

    @Bean
    SupplierConnections redteagoConnections(
            SuppliersProperties properties, ScheduledExecutorService supplierDeadlines) {
        return connections(properties, "redteago", supplierDeadlines);
    }

    private static SupplierConnections connections(
            SuppliersProperties properties, String supplier, ScheduledExecutorService timer) {
        SupplierSettings settings = properties.suppliers().get(supplier);
        return new SupplierConnections(
                settings, new Deadline(timer, settings.connectTimeout().plus(settings.readTimeout()), MAX_BYTES));
    }
}
