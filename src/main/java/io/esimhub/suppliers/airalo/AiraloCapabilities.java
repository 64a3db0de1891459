package io.esimhub.suppliers.airalo;

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
class AiraloCapabilities {

    /**
     * 50 eSIMs an order and no price guard (API document). A refund request needs an amendment of the contract, so giving back is a
     * person's. Airalo writes to a customer only if an order names one ({@code to_email}), and ours never do. Packages have a limit of
     * their own, 40 a minute.
     */
    @Bean
    SupplierCapabilities airaloCapability() {
        return new SupplierCapabilities(
                Airalo.CODE,
                ResolutionCapability.OUR_REFERENCE,
                Completion.EITHER,
                50,
                false,
                Cancelling.BY_A_PERSON,
                false,
                CallbackAuthentication.SIGNED,
                EnumSet.complementOf(EnumSet.of(SupplierEntry.CANCEL)),
                new RateCosts(Map.of(), Map.of(SupplierEntry.CATALOG, 40)));
    }
}
