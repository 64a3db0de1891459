package io.esimhub.fulfillment;

import java.time.Instant;
import java.util.Optional;

/** What is remembered of a purchase that a unit took part in. */
record FormerPurchase(
        PurchaseState state,
        Optional<String> outcome,
        String supplier,
        Optional<String> answer,
        Optional<Instant> answeredAt) {

    boolean rejectedFor(String refusal, Instant since) {
        return state == PurchaseState.REJECTED
                && outcome.filter(refusal::equals).isPresent()
                && answeredAt.filter(at -> !at.isBefore(since)).isPresent();
    }
}
