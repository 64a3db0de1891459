package io.esimhub.reconciliation;

import io.esimhub.suppliers.SupplierOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares a supplier's list with our purchases: whose is each order, and did it cost what was agreed. */
final class SupplierComparison {

    private static final Duration NEAR = Duration.ofMinutes(2);

    private final Map<String, KnownPurchase> byReference = new HashMap<>();
    private final Map<String, KnownPurchase> byKey = new HashMap<>();
    private final List<KnownPurchase> ours;
    private final Duration ahead;
    private final boolean afterRestore;
    private final List<Difference> differences = new ArrayList<>();

    private SupplierComparison(List<KnownPurchase> ours, Duration ahead, boolean afterRestore) {
        this.ours = ours;
        this.ahead = ahead;
        this.afterRestore = afterRestore;
        ours.forEach(purchase -> {
            purchase.supplierOrder().ifPresent(reference -> byReference.put(reference, purchase));
            byKey.put(purchase.key(), purchase);
        });
    }

    /**
     * @param listed of a time somewhat longer than the window
     * @param ours of that time, and whichever else the list names
     * @param ahead how much the supplier's clock is ahead of ours
     * @param afterRestore what is still looked for may be of the whole time, so it explains no order
     * @param exclusive nobody but this hub buys with the account: then an order without a purchase is a difference
     */
    static List<Difference> of(
            List<SupplierOrder> listed,
            List<KnownPurchase> ours,
            Window window,
            Duration ahead,
            boolean afterRestore,
            boolean exclusive) {
        SupplierComparison comparison = new SupplierComparison(ours, ahead, afterRestore);
        Set<Long> seen = new HashSet<>();
        for (SupplierOrder order : listed) {
            Optional<KnownPurchase> owner = comparison.ownerOf(order);
            owner.ifPresent(purchase -> seen.add(purchase.id()));
            if (window.holds(order.createdAt().minus(ahead))) {
                owner.ifPresentOrElse(
                        purchase -> comparison.compare(order, purchase), () -> comparison.nobodys(order, exclusive));
            }
        }
        ours.stream()
                .filter(purchase -> purchase.completed() && !seen.contains(purchase.id()))
                .filter(purchase -> window.holds(purchase.dispatchedAt()))
                .forEach(comparison::notListed);
        return List.copyOf(comparison.differences);
    }

    /** The orders that were judged: what lies in the margins of the window is the business of the runs beside it. */
    static List<String> judged(List<SupplierOrder> listed, Window window, Duration ahead) {
        return listed.stream()
                .filter(order -> window.holds(order.createdAt().minus(ahead)))
                .map(SupplierOrder::reference)
                .toList();
    }

    private Optional<KnownPurchase> ownerOf(SupplierOrder order) {
        return Optional.ofNullable(byReference.get(order.reference()))
                .or(() -> order.key().map(byKey::get));
    }

    private void compare(SupplierOrder order, KnownPurchase purchase) {
        if (purchase.notBought()) {
            add(DifferenceKind.NOT_OURS, order.reference(), purchase, "sold", "declared " + purchase.state());
            return;
        }
        if (order.quantity() != purchase.quantity()) {
            add(DifferenceKind.ORDER, order.reference(), purchase, order.quantity(), purchase.quantity());
        }
        order.total()
                .filter(total -> !total.equals(purchase.agreed()))
                .ifPresent(total -> add(
                        DifferenceKind.PRICE,
                        order.reference(),
                        purchase,
                        total.toString(),
                        purchase.agreed().toString()));
    }

    /** One whose outcome is being found out may own it: then it is found by that search. */
    private void nobodys(SupplierOrder order, boolean exclusive) {
        Instant created = order.createdAt().minus(ahead);
        boolean claimed = !afterRestore
                && ours.stream()
                        .filter(KnownPurchase::open)
                        .filter(purchase -> purchase.supplierOrder().isEmpty())
                        .filter(purchase -> purchase.supplierSku().equals(order.supplierSku()))
                        .anyMatch(purchase ->
                                !created.isBefore(purchase.dispatchedAt().minus(NEAR))
                                        && !created.isAfter(purchase.answerBy().plus(NEAR)));
        if (exclusive && !claimed) {
            Map<String, Object> there = new LinkedHashMap<>();
            there.put("bundle", order.supplierSku());
            there.put("quantity", order.quantity());
            order.key().ifPresent(key -> there.put("key", key));
            there.put("total", order.total().map(Object::toString).orElse("not said"));
            there.put("orderedAt", order.createdAt().toString());
            differences.add(new Difference(
                    DifferenceKind.NOT_OURS,
                    order.reference(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("there", there, "here", "no purchase"),
                    Optional.of(order.createdAt())));
        }
    }

    private void notListed(KnownPurchase purchase) {
        add(DifferenceKind.NOT_AT_SUPPLIER, purchase.subject(), purchase, "not in the list", purchase.state());
    }

    private void add(DifferenceKind kind, String subject, KnownPurchase purchase, Object there, Object here) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("there", there);
        details.put("here", here);
        differences.add(
                new Difference(kind, subject, purchase.order(), Optional.of(purchase.id()), details, Optional.empty()));
    }
}
