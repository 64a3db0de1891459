package io.esimhub.fulfillment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which variant is bought: of those that can be, the lowest priority number, then the lowest cost, then the oldest.
 *
 * @param considered all of them with their reasons, for the timeline
 */
record VariantChoice(Optional<Variant> chosen, List<Considered> considered) {

    static VariantChoice among(List<Considered> variants) {
        Optional<Variant> best = variants.stream()
                .filter(each -> each.excluded().isEmpty())
                .map(Considered::variant)
                .min(Comparator.comparingInt(Variant::priority)
                        .thenComparing(variant -> variant.cost().amount())
                        .thenComparingLong(Variant::id));
        return new VariantChoice(best, variants);
    }

    /** None can be bought now, but one may soon. */
    boolean worthWaiting() {
        return chosen.isEmpty() && considered.stream().anyMatch(Considered::passing);
    }

    /** The last obstacle to all of them is money at the supplier. */
    boolean lacksFunds() {
        return considered.stream()
                .anyMatch(each -> each.excluded().filter("FUNDS"::equals).isPresent());
    }
}
