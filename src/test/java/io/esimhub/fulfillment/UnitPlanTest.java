package io.esimhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class UnitPlanTest {

    @Example
    void aReductionDropsTheUnboughtFirstThenTheUnsentThenTheSentTheHighestOrdinalFirst() {
        List<Unit> units = units(UnitState.SENT, UnitState.BOUGHT, UnitState.OWED, UnitState.PARKED, UnitState.SENT);

        assertThat(UnitPlan.of(units, 0).drop()).extracting(Unit::ordinal).containsExactly(4, 3, 2, 5, 1);
    }

    @Example
    void aUnitThatMayHaveBeenBoughtIsLeftAlone() {
        assertThat(UnitPlan.of(units(UnitState.BUYING), 0).drop()).isEmpty();
    }

    @Example
    void twoThenOneThenTwoMakesOrdinalThree() {
        assertThat(UnitPlan.of(units(UnitState.OWED, UnitState.DROPPED), 2).add())
                .containsExactly(3);
    }

    @Property
    void afterThePlanAsManyUnitsAreCurrentAsAreOwedUnlessSomeMayHaveBeenBought(
            @ForAll @Size(max = 8) List<UnitState> states, @ForAll @IntRange(max = 8) int owed) {
        List<Unit> units = units(states.toArray(UnitState[]::new));
        UnitPlan plan = UnitPlan.of(units, owed);

        long current =
                units.stream().filter(unit -> unit.state() != UnitState.DROPPED).count();
        long buying =
                units.stream().filter(unit -> unit.state() == UnitState.BUYING).count();
        long after = current + plan.add().size() - plan.drop().size();

        assertThat(after).isEqualTo(Math.max(owed, Math.min(current, buying)));
        assertThat(plan.add()).allMatch(ordinal -> ordinal > units.size());
    }

    private static List<Unit> units(UnitState... states) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            units.add(new Unit(
                    i + 1,
                    1,
                    "ESIM-GB",
                    i + 1,
                    states[i],
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Instant.EPOCH));
        }
        return units;
    }
}
