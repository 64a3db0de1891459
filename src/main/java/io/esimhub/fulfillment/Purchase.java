package io.esimhub.fulfillment;

import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOrderRequest;
import java.time.Instant;
import java.util.Optional;

/** An order at a supplier, as our books have it. */
record Purchase(
        long id,
        long requestId,
        String key,
        String supplier,
        String supplierSku,
        int quantity,
        Money unitCost,
        PurchaseState state,
        Optional<String> outcome,
        Optional<String> supplierOrder,
        Instant dispatchedAt,
        Instant answerBy,
        Optional<Instant> answeredAt,
        Optional<Instant> absentSince) {

    Money total() {
        return unitCost.times(quantity);
    }

    SupplierOrderRequest request() {
        return new SupplierOrderRequest(key, supplierSku, quantity, unitCost);
    }

    Purchase unknown() {
        return new Purchase(
                id,
                requestId,
                key,
                supplier,
                supplierSku,
                quantity,
                unitCost,
                PurchaseState.UNKNOWN,
                outcome,
                supplierOrder,
                dispatchedAt,
                answerBy,
                answeredAt,
                absentSince);
    }
}
