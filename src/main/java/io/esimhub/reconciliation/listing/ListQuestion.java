package io.esimhub.reconciliation.listing;

import java.time.Instant;
import java.util.Optional;

/**
 * One page of a channel's own list of orders is asked for.
 *
 * @param shop whose, as in {@link io.esimhub.orders.OrderIdentity#shop()}
 * @param by which of an order's times has to lie in the window
 * @param from the first moment of the window
 * @param to its last one; never younger than a late webhook may be
 * @param after where the page begins, in the words of the answer before; empty for the first page
 */
public record ListQuestion(String shop, By by, Instant from, Instant to, Optional<String> after) {

    /** An order's times. */
    public enum By {
        CHANGED,
        PLACED
    }
}
