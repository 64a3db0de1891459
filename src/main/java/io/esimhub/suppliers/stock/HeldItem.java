package io.esimhub.suppliers.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An item as one of its allocations sees it.
 *
 * @param live the item still belongs to this allocation
 * @param endedAs why not, if so: {@code CANCELLED}, {@code WITHDRAWN}, {@code RESALEABLE} or {@code BROKEN}
 * @param state the item's own, which may be a later allocation's doing
 */
record HeldItem(
        long allocation,
        long item,
        boolean card,
        boolean live,
        Optional<String> endedAs,
        String state,
        Optional<LocalDate> expiresOn,
        Instant changedAt) {

    boolean ended(String as) {
        return endedAs.filter(as::equals).isPresent();
    }
}
