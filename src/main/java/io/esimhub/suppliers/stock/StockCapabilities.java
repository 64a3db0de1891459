package io.esimhub.suppliers.stock;

import io.esimhub.suppliers.RateCosts;
import io.esimhub.suppliers.ResolutionCapability;
import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierCapabilities.CallbackAuthentication;
import io.esimhub.suppliers.SupplierCapabilities.Cancelling;
import io.esimhub.suppliers.SupplierCapabilities.Completion;
import io.esimhub.suppliers.SupplierEntry;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StockCapabilities {

    static final String CODE = "stock";

    /** A key that comes again is answered with its first order. What lies on the shelf is paid already: there is no balance. */
    @Bean
    SupplierCapabilities stockCapability() {
        return new SupplierCapabilities(
                CODE,
                ResolutionCapability.NATIVE_KEY,
                Completion.AT_ONCE,
                100,
                false,
                Cancelling.BY_CALL,
                false,
                CallbackAuthentication.NONE,
                EnumSet.complementOf(EnumSet.of(SupplierEntry.BALANCE)),
                RateCosts.even());
    }
}
