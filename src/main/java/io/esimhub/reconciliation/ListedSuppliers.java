package io.esimhub.reconciliation;

import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SuppliersProperties;
import java.util.List;
import org.springframework.stereotype.Component;

/** Suppliers whose own list of orders can be read. */
@Component
class ListedSuppliers {

    private final List<SupplierCapabilities> capabilities;
    private final SuppliersProperties suppliers;

    ListedSuppliers(List<SupplierCapabilities> capabilities, SuppliersProperties suppliers) {
        this.capabilities = capabilities;
        this.suppliers = suppliers;
    }

    List<String> codes() {
        return capabilities.stream()
                .filter(each -> each.has(SupplierEntry.LIST))
                .map(SupplierCapabilities::code)
                .filter(code -> suppliers.suppliers().containsKey(code)
                        && suppliers.of(code).enabled())
                .sorted()
                .toList();
    }

    /** Nobody but this hub buys with the account. */
    boolean exclusive(String code) {
        return suppliers.of(code).exclusiveAccount();
    }
}
