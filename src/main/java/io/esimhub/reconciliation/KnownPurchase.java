package io.esimhub.reconciliation;

import io.esimhub.model.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A purchase as our books have it, as far as its supplier's list can be compared with it.
 *
 * @param order whose unit it is for, if it is a retail order
 * @param agreed for all of it
 * @param supplierOrder the supplier's number of it, once we know it
 */
record KnownPurchase(
        long id,
        Optional<Long> order,
        String key,
        String supplierSku,
        int quantity,
        Money agreed,
        String state,
        Optional<String> supplierOrder,
        Instant dispatchedAt,
        Instant answerBy) {

    /** Of a difference about it. */
    String subject() {
        return supplierOrder.orElse("purchase " + id);
    }

    boolean completed() {
        return state.equals("COMPLETED");
    }

    /** Its outcome is still being found out. */
    boolean open() {
        return state.equals("DISPATCHED") || state.equals("UNKNOWN") || state.equals("ACCEPTED");
    }

    /** We say that it never happened. */
    boolean notBought() {
        return !completed() && !open();
    }
}
