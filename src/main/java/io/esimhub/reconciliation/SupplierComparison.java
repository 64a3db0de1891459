package io.esimhub.reconciliation;

import io.esimhub.suppliers.SupplierOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares a supplier's list with our purchases: whose is each order, and did it cost what was agreed. */
final class SupplierComparison {

    private static final Duration NEAR = Duration.ofMinutes(2);

    private final Map<String, KnownPurchase> byReference = new HashMap<>();
    private final Map<String, KnownPurchase> byKey = new HashMap<>();
    private final Set<String> references = new HashSet<>();
    private final Set<String> again = new HashSet<>();
    private final List<KnownPurchase> ours;
    private final Duration ahead;
    private final List<Difference> differences = new ArrayList<>();

    private SupplierComparison(
            List<SupplierOrder> listed, List<SupplierOrder> former, List<KnownPurchase> ours, Duration ahead) {
        this.ours = ours;
        this.ahead = ahead;
        listed.forEach(order -> references.add(order.reference()));
        former.forEach(order -> again.add(order.reference()));
        ours.forEach(purchase -> {
            purchase.supplierOrder().ifPresent(reference -> byReference.put(reference, purchase));
            byKey.put(purchase.key(), purchase);
        });
    }

    /**
     * @param listed of a time somewhat longer than the window
     * @param former orders that earlier runs read and no purchase owns until today: what was left to a search then is judged now
     * @param ours of that time, and whichever else the lists name
     * @param ahead how much the supplier's clock is ahead of ours
     * @param afterRestore what is still looked for may be of the whole time, so it explains no order
     * @param exclusive nobody but this hub buys with the account: then an order without a purchase is a difference
     */
    static List<Difference> of(
            List<SupplierOrder> listed,
            List<SupplierOrder> former,
            List<KnownPurchase> ours,
            Window window,
            Duration ahead,
            boolean afterRestore,
            boolean exclusive) {
        SupplierComparison comparison = new SupplierComparison(listed, former, ours, ahead);
        Set<Long> seen = new HashSet<>();
        List<SupplierOrder> nobodys = new ArrayList<>();
        Set<SupplierOrder> judged = new HashSet<>();
        Stream<SupplierOrder> notListed =
                former.stream().filter(order -> !comparison.references.contains(order.reference()));
        Stream.concat(listed.stream(), notListed).forEach(order -> {
            Optional<KnownPurchase> owner = comparison.ownerOf(order);
            owner.ifPresentOrElse(purchase -> seen.add(purchase.id()), () -> nobodys.add(order));
            if (comparison.again.contains(order.reference())
                    || window.holds(order.createdAt().minus(ahead))) {
                judged.add(order);
                owner.ifPresent(purchase -> comparison.compare(order, purchase));
            }
        });
        if (exclusive) {
            Set<SupplierOrder> searched = afterRestore ? Set.of() : comparison.searchedFor(nobodys, seen);
            nobodys.stream()
                    .filter(order -> judged.contains(order) && !searched.contains(order))
                    .forEach(comparison::nobodys);
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
                .or(() -> order.key().map(byKey::get).filter(purchase -> ownsByKey(purchase, order)));
    }

    /** A purchase owns one order: what else was sold under its key is nobody's. A former order that it owned would not be among those. */
    private boolean ownsByKey(KnownPurchase purchase, SupplierOrder order) {
        return again.contains(order.reference())
                ? purchase.notBought()
                : purchase.supplierOrder().filter(references::contains).isEmpty();
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

    /**
     * A purchase whose outcome is being found out may own one order, and no more: then it is found by that search. The oldest is left to the
     * oldest; whichever it turns out to be, the others are judged again by the next run.
     */
    private Set<SupplierOrder> searchedFor(List<SupplierOrder> nobodys, Set<Long> seen) {
        List<SupplierOrder> left = new ArrayList<>(nobodys);
        left.sort(Comparator.comparing(SupplierOrder::createdAt));
        Set<SupplierOrder> searched = new HashSet<>();
        ours.stream()
                .filter(purchase ->
                        purchase.open() && purchase.supplierOrder().isEmpty() && !seen.contains(purchase.id()))
                .sorted(Comparator.comparing(KnownPurchase::dispatchedAt).thenComparingLong(KnownPurchase::id))
                .forEach(purchase -> left.stream()
                        .filter(order -> mayBe(order, purchase))
                        .findFirst()
                        .ifPresent(order -> {
                            left.remove(order);
                            searched.add(order);
                        }));
        return searched;
    }

    private boolean mayBe(SupplierOrder order, KnownPurchase purchase) {
        Instant created = order.createdAt().minus(ahead);
        return purchase.supplierSku().equals(order.supplierSku())
                && !created.isBefore(purchase.dispatchedAt().minus(NEAR))
                && !created.isAfter(purchase.answerBy().plus(NEAR));
    }

    private void nobodys(SupplierOrder order) {
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
