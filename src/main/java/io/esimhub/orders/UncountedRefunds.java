package io.esimhub.orders;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Units that refunds took off since the newest snapshot was made: its quantities do not know of them yet. */
final class UncountedRefunds {

    private UncountedRefunds() {}

    /** @return by the channel's id of the line, never more than the line has; lines without any are not in it */
    static Map<String, Integer> of(OrderSnapshot snapshot, List<OrderRefund> refunds) {
        Map<String, Integer> units = new TreeMap<>();
        refunds.stream().filter(refund -> !snapshot.counts(refund)).forEach(refund -> refund.lines()
                .forEach((line, quantity) -> units.merge(line, quantity, Integer::sum)));
        Map<String, Integer> most = new TreeMap<>();
        snapshot.lines().stream()
                .filter(line -> units.containsKey(line.externalId()))
                .forEach(line -> most.put(line.externalId(), Math.min(line.quantity(), units.get(line.externalId()))));
        most.values().removeIf(quantity -> quantity == 0);
        return most;
    }

    /** The snapshot with what is owed after them. */
    static OrderSnapshot subtracted(OrderSnapshot snapshot, Map<String, Integer> units) {
        return units.isEmpty()
                ? snapshot
                : snapshot.withLines(snapshot.lines().stream()
                        .map(line -> line.less(units.getOrDefault(line.externalId(), 0)))
                        .toList());
    }
}
