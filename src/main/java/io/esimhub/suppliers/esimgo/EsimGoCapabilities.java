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

    /**
     * A page of the catalogue counts five calls at the vendor's (its guide, "Rate limits"), and its currency is asked before; a status is
     * two calls.
     */
    static final Map<SupplierEntry, Integer> COSTS = Map.of(SupplierEntry.CATALOG, 6, SupplierEntry.STATUS, 2);

    /** No idempotency key and no reference of ours in any version up to 2.5; ordering is synchronous. */
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
                new RateCosts(COSTS, Map.of()));
    }
}
