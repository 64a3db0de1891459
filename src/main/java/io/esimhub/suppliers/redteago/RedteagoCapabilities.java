package io.esimhub.suppliers.redteago;

import io.esimhub.suppliers.ResolutionCapability;
import io.esimhub.suppliers.SupplierCapabilities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RedteagoCapabilities {

    /** A transactionId that is sent again is answered with its first order; a batch has 30 eSIMs at most. */
    @Bean
    SupplierCapabilities redteagoCapability() {
        return new SupplierCapabilities(Redteago.CODE, ResolutionCapability.NATIVE_KEY, 30, true);
    }
}
