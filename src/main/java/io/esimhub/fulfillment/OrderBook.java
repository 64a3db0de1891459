package io.esimhub.fulfillment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All that is owed and bought for one order, as read under its lock, and as changed since in this transaction. */
class OrderBook {

    private final LockedOrder order;
    private final List<Request> requests;
    private final List<Unit> units;
    private final List<Purchase> openPurchases;
    private final Set<Long> newUnits = new HashSet<>();

    OrderBook(LockedOrder order, List<Request> requests, List<Unit> units, List<Purchase> openPurchases) {
        this.order = order;
        this.requests = requests;
        this.units = new ArrayList<>(units);
        this.openPurchases = openPurchases;
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

    void changed(List<Unit> changed, UnaryOperator<Unit> change) {
        Set<Long> ids = new HashSet<>(changed.stream().map(Unit::id).toList());
        units.replaceAll(unit -> ids.contains(unit.id()) ? change.apply(unit) : unit);
    }
}
