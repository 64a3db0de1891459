package io.esimhub.fulfillment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The delivery that a unit's eSIM stands in.
 *
 * @param pending its mail has not been accepted yet
 */
record UnitDelivery(long id, boolean pending) {

    /** The ids of the deliveries that these units wait for, the oldest first. */
    static Set<Long> pendingAmong(List<Unit> units) {
        return units.stream()
                .flatMap(unit -> unit.delivery().stream())
                .filter(UnitDelivery::pending)
                .map(UnitDelivery::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
