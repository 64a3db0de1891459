package io.esimhub.suppliers.redteago;

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
class RedteagoCapabilities {

    /** A transactionId that is sent again is answered with its first order; a batch has 30 eSIMs at most. */
    @Bean
    SupplierCapabilities redteagoCapability() {
        return new SupplierCapabilities(
                Redteago.CODE,
                ResolutionCapability.NATIVE_KEY,
                Completion.LATER,
                30,
                true,
                Cancelling.BY_CALL,
                false,
                CallbackAuthentication.SIGNED_IF_AT_ALL,
                EnumSet.allOf(SupplierEntry.class),
                RateCosts.even());
    }
}
