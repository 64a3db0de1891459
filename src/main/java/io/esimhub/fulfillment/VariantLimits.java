package io.esimhub.fulfillment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a variant may not be taken.
 *
 * @param maxQuantity a line that owes more is not bought here
 * @param validFrom the first moment
 * @param validTo the first moment it no longer holds
 * @param countries what the bundle covers; empty: whatever the product promises
 */
record VariantLimits(
        Optional<Integer> maxQuantity, Optional<Instant> validFrom, Optional<Instant> validTo, List<String> countries) {

    static VariantLimits none() {
        return new VariantLimits(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** @return what forbids it; empty if nothing does */
    Optional<String> forbid(int quantity, List<String> promised, Instant now) {
        if (validFrom.filter(now::isBefore).isPresent()) {
            return Optional.of("not valid before " + validFrom.get());
        }
        if (validTo.filter(end -> !now.isBefore(end)).isPresent()) {
            return Optional.of("not valid since " + validTo.get());
        }
        if (maxQuantity.filter(most -> quantity > most).isPresent()) {
            return Optional.of("at most " + maxQuantity.get() + " a line, " + quantity + " are owed");
        }
        List<String> missing = countries.isEmpty()
                ? List.of()
                : promised.stream()
                        .filter(country -> !countries.contains(country))
                        .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("does not cover " + String.join(", ", missing));
    }
}
