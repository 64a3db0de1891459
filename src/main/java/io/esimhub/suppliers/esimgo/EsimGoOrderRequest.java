package io.esimhub.suppliers.esimgo;

import io.esimhub.suppliers.SupplierOrderRequest;
import java.util.List;

/**
 * The body of POST /orders. {@code type=transaction} buys, {@code assign=true} without ICCIDs gives new eSIMs; there is no
 * field for a key of ours.
 */
record EsimGoOrderRequest(String type, boolean assign, List<Bundle> order) {

    record Bundle(String type, String item, int quantity) {}

    static EsimGoOrderRequest of(SupplierOrderRequest request) {
        Bundle bundle = new Bundle("bundle", request.supplierSku(), request.quantity());
        return new EsimGoOrderRequest("transaction", true, List.of(bundle));
    }
}
