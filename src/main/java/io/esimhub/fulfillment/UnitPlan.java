package io.esimhub.fulfillment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What has to change so that a line has as many units as it owes.
 *
 * <p>Reductions drop what costs least: units not bought, then bought and not sent, then sent ones, the highest ordinal first.
 * A unit whose purchase may have happened is left alone until that is known.
 *
 * @param add ordinals of new units
 * @param drop units no longer owed
 */
record UnitPlan(List<Integer> add, List<Unit> drop) {

    private static final List<UnitState> DROPPED_FIRST =
            List.of(UnitState.OWED, UnitState.PARKED, UnitState.BOUGHT, UnitState.SENT);

    static UnitPlan of(List<Unit> units, int owed) {
        int highest = units.stream().mapToInt(Unit::ordinal).max().orElse(0);
        List<Unit> current =
                units.stream().filter(unit -> unit.state() != UnitState.DROPPED).toList();
        int missing = owed - current.size();
        if (missing >= 0) {
            return new UnitPlan(
                    IntStream.rangeClosed(highest + 1, highest + missing)
                            .boxed()
                            .toList(),
                    List.of());
        }
        return new UnitPlan(
                List.of(),
                current.stream()
                        .filter(unit -> unit.state() != UnitState.BUYING)
                        .sorted(Comparator.comparingInt(UnitPlan::worth)
                                .thenComparing(
                                        Comparator.comparingInt(Unit::ordinal).reversed()))
                        .limit(-missing)
                        .toList());
    }

    private static int worth(Unit unit) {
        UnitState state = unit.state() == UnitState.PARKED ? UnitState.OWED : unit.state();
        return DROPPED_FIRST.indexOf(state);
    }
}
