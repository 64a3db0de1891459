package io.esimhub.suppliers;

import java.time.Instant;
import java.util.Optional;

/**
 * The span of the supplier's order list that is asked for, both ends included.
 *
 * @param key of the one order that is looked for, if it is one: a supplier that can be asked for it by our reference need not list the
 *     others
 */
public record OrderWindow(Instant from, Instant to, Optional<String> key) {

    public OrderWindow(Instant from, Instant to) {
        this(from, to, Optional.empty());
    }
}
