package io.esimhub.reconciliation;

import java.util.Locale;

/** What a run compares. */
enum RunKind {
    /** Orders of a shop that changed in a time. */
    CHANGES,
    /** All orders of a shop that were placed on a day, as a set. */
    DAY,
    /** A supplier's orders of a time. */
    SUPPLIER;

    /** As the books have it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
