package io.esimhub.suppliers.esimgo;

import io.esimhub.suppliers.ResolutionCapability;
import io.esimhub.suppliers.SupplierCapabilities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EsimGoCapabilities {

    /** No idempotency key and no reference of ours in any version up to 2.5; ordering is synchronous. */
    @Bean
    SupplierCapabilities esimGoCapability() {
        return new SupplierCapabilities(EsimGo.CODE, ResolutionCapability.LIST_AND_MATCH, 50, false);
    }
}
