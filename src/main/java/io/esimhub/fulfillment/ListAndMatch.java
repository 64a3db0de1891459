package io.esimhub.fulfillment;

import io.esimhub.suppliers.SupplierOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds purchases again at a supplier that keeps no word of ours, by comparing its list with all purchases that look alike.
 *
 * <p>Alike purchases are interchangeable, so the oldest is paired with the oldest. One order too many, or one of another
 * price, and nothing is adopted: an eSIM sold to two people is worse than one bought twice.
 */
final class ListAndMatch {

    /** How far the supplier's clock may be off after its Date header was taken into account. */
    static final Duration TOLERANCE = Duration.ofMinutes(2);

    private ListAndMatch() {}

    /** What the supplier's list says about one purchase. */
    sealed interface Match {

        record Found(SupplierOrder order) implements Match {}

        record Absent() implements Match {}

        /** Only a person can tell. */
        record Ambiguous(String why) implements Match {}

        /** One that is still under way may own what was found. */
        record Wait(Instant until) implements Match {}
    }

    /**
     * @param purchase the one asked about
     * @param claimants all alike whose outcome is unknown, this one included
     * @param underWay all alike that may still be answered
     * @param unlinked the supplier's orders of this bundle and quantity that belong to none of our purchases
     * @param ahead how much the supplier's clock is ahead of ours
     */
    static Match match(
            Purchase purchase,
            List<Purchase> claimants,
            List<Purchase> underWay,
            List<SupplierOrder> unlinked,
            Duration ahead) {
        List<SupplierOrder> near = unlinked.stream()
                .filter(order -> claimants.stream().anyMatch(claimant -> covers(claimant, order, ahead)))
                .sorted(Comparator.comparing(SupplierOrder::createdAt))
                .toList();
        if (near.isEmpty()) {
            return new Match.Absent();
        }
        if (near.stream().anyMatch(order -> !sameTotal(purchase, order))) {
            return new Match.Ambiguous("an order of another price lies in the same time");
        }
        Instant latest = near.get(near.size() - 1).createdAt().minus(ahead).plus(TOLERANCE);
        List<Purchase> rivals = underWay.stream()
                .filter(other -> other.dispatchedAt().isBefore(latest))
                .toList();
        if (!rivals.isEmpty()) {
            return new Match.Wait(rivals.stream()
                    .map(Purchase::answerBy)
                    .max(Comparator.naturalOrder())
                    .orElseThrow());
        }
        Map<Long, SupplierOrder> pairs = new HashMap<>();
        List<SupplierOrder> left = new ArrayList<>(near);
        for (Purchase claimant : oldestFirst(claimants)) {
            left.stream()
                    .filter(order -> covers(claimant, order, ahead))
                    .findFirst()
                    .ifPresent(order -> {
                        pairs.put(claimant.id(), order);
                        left.remove(order);
                    });
        }
        if (!left.isEmpty()) {
            return new Match.Ambiguous("more orders than purchases");
        }
        SupplierOrder own = pairs.get(purchase.id());
        return own == null ? new Match.Absent() : new Match.Found(own);
    }

    private static boolean covers(Purchase purchase, SupplierOrder order, Duration ahead) {
        Instant created = order.createdAt().minus(ahead);
        return !created.isBefore(purchase.dispatchedAt().minus(TOLERANCE))
                && !created.isAfter(purchase.answerBy().plus(TOLERANCE));
    }

    private static boolean sameTotal(Purchase purchase, SupplierOrder order) {
        return order.total().isEmpty() || order.total().get().equals(purchase.total());
    }

    private static List<Purchase> oldestFirst(List<Purchase> purchases) {
        return purchases.stream()
                .sorted(Comparator.comparing(Purchase::dispatchedAt).thenComparingLong(Purchase::id))
                .toList();
    }
}
