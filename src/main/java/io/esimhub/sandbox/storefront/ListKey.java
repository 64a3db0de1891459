package io.esimhub.sandbox.storefront;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where an order stands in a list, and so what a page's cursor has to remember: a place by number would pass over an order
 * whenever one before it changes and moves to the end.
 *
 * @param at what the list is sorted by
 */
public record ListKey(Instant at, String id) implements Comparable<ListKey> {

    private static final Comparator<ListKey> ORDER =
            Comparator.comparing(ListKey::at).thenComparing(ListKey::id);

    @Override
    public int compareTo(ListKey other) {
        return ORDER.compare(this, other);
    }
}
