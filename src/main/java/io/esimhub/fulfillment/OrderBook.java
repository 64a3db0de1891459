package io.esimhub.fulfillment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All that is owed and bought for one order, as read under its lock, and as changed since in this transaction. */
class OrderBook {

    private final LockedOrder order;
    private final List<Request> requests;
    private final List<Unit> units;
    private final List<Purchase> openPurchases;
    private final Set<Long> newUnits = new HashSet<>();
    private boolean current = true;

    OrderBook(LockedOrder order, List<Request> requests, List<Unit> units, List<Purchase> openPurchases) {
        this.order = order;
        this.requests = requests;
        this.units = new ArrayList<>(units);
        this.openPurchases = new ArrayList<>(openPurchases);
        this.openPurchases.sort(Comparator.comparingLong(Purchase::id));
    }

    /** The book of an order that was not known before. */
    static OrderBook first(LockedOrder order, OrderUnits owed) {
        OrderBook book = new OrderBook(order, owed.requests(), List.of(), List.of());
        book.added(owed.units());
        return book;
    }

    LockedOrder order() {
        return order;
    }

    List<Request> requests() {
        return requests;
    }

    List<Unit> units() {
        return units;
    }

    List<Unit> unitsOf(Request request) {
        return units.stream().filter(unit -> unit.requestId() == request.id()).toList();
    }

    List<Unit> unitsOf(Request request, UnitState state) {
        return unitsOf(request).stream().filter(unit -> unit.state() == state).toList();
    }

    List<Unit> in(UnitState state) {
        return units.stream().filter(unit -> unit.state() == state).toList();
    }

    List<Purchase> openPurchases() {
        return openPurchases;
    }

    /** Never part of a purchase before. */
    boolean isNew(Unit unit) {
        return newUnits.contains(unit.id());
    }

    void added(List<Unit> added) {
        added.forEach(unit -> newUnits.add(unit.id()));
        units.addAll(added);
    }

    /** These units got their eSIMs, and the purchase is over. */
    void bought(Purchase purchase, Map<Long, Long> esimOfUnit) {
        units.replaceAll(unit -> esimOfUnit.containsKey(unit.id()) ? unit.with(esimOfUnit.get(unit.id())) : unit);
        openPurchases.removeIf(open -> open.id() == purchase.id());
    }

    /**
     * The mail of a delivery was accepted.
     *
     * @param mailed the units in it, some of which may have been dropped while it was on its way
     */
    void sent(long delivery, List<Long> mailed) {
        units.replaceAll(
                unit -> unit.delivery().filter(in -> in.id() == delivery).isPresent()
                        ? unit.sentWith(delivery, mailed.contains(unit.id()))
                        : unit);
    }

    /** Changes were made beside the book: it has to be read again before it is used. */
    void outdated() {
        current = false;
    }

    boolean isCurrent() {
        return current;
    }

    void changed(List<Unit> changed, UnaryOperator<Unit> change) {
        Set<Long> ids = new HashSet<>(changed.stream().map(Unit::id).toList());
        units.replaceAll(unit -> ids.contains(unit.id()) ? change.apply(unit) : unit);
    }
}
