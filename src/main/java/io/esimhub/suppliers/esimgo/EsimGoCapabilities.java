package io.esimhub.suppliers.esimgo;

import io.esimhub.suppliers.RateCosts;
import io.esimhub.suppliers.ResolutionCapability;
import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierCapabilities.CallbackAuthentication;
import io.esimhub.suppliers.SupplierCapabilities.Cancelling;
import io.esimhub.suppliers.SupplierCapabilities.Completion;
import io.esimhub.suppliers.SupplierEntry;
import java.util.EnumSet;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EsimGoCapabilities {

    /** No idempotency key and no reference of ours in any version up to 2.5; ordering is synchronous. The catalogue costs five calls. */
    @Bean
    SupplierCapabilities esimGoCapability() {
        return new SupplierCapabilities(
                EsimGo.CODE,
                ResolutionCapability.LIST_AND_MATCH,
                Completion.AT_ONCE,
                50,
                false,
                Cancelling.BY_CALL,
                false,
                CallbackAuthentication.SIGNED,
                EnumSet.allOf(SupplierEntry.class),
                new RateCosts(Map.of(SupplierEntry.CATALOG, 5), Map.of()));
    }
}
