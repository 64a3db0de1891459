package io.esimhub.fulfillment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of an order in the order they came, and their units by ordinal. */
record OrderUnits(List<Request> requests, List<Unit> units) {

    private static final Comparator<Unit> BY_LINE =
            Comparator.comparingLong(Unit::requestId).thenComparingInt(Unit::ordinal);

    /** Sorted here: for these few rows the database takes longer to prepare a sort than to find them. */
    static OrderUnits of(List<OwedUnit> rows) {
        return new OrderUnits(
                rows.stream()
                        .map(OwedUnit::request)
                        .distinct()
                        .sorted(Comparator.comparingLong(Request::id))
                        .toList(),
                unitsOf(rows.stream()
                        .map(OwedUnit::unit)
                        .flatMap(Optional::stream)
                        .toList()));
    }

    /** @param rows a unit may come several times, with other deliveries */
    static List<Unit> unitsOf(List<Unit> rows) {
        Map<Long, Unit> byId = new LinkedHashMap<>();
        rows.forEach(unit -> byId.merge(unit.id(), unit, OrderUnits::newerDelivery));
        return byId.values().stream().sorted(BY_LINE).toList();
    }

    private static Unit newerDelivery(Unit one, Unit other) {
        return delivery(one) >= delivery(other) ? one : other;
    }

    private static long delivery(Unit unit) {
        return unit.delivery().map(UnitDelivery::id).orElse(-1L);
    }
}
