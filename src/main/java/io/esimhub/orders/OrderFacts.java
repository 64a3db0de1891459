package io.esimhub.orders;

import java.util.Optional;

/**
 * What the channel says of an order, as far as its state depends on it.
 *
 * @param ignored why nothing is done for it, if so
 * @param owed eSIMs of ours that the channel owes its customer
 */
record OrderFacts(Optional<String> ignored, boolean cancelled, Payment payment, int owed) {

    boolean nothingOwed() {
        return cancelled || payment.owesNothing() || owed == 0;
    }

    boolean mayBuy() {
        return ignored.isEmpty() && !nothingOwed() && payment == Payment.PAID;
    }
}
