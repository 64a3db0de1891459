package io.esimhub.orders;

import io.esimhub.fulfillment.Unit;
import io.esimhub.fulfillment.UnitState;
import java.util.List;
import java.util.Optional;

/** Where an order stands. Not a history: it follows from the facts and the units, and the first that holds is shown. */
enum OrderState {
    IGNORED,
    /** Nothing is owed, and nothing was bought. */
    CANCELLED,
    /** Nothing is owed any more, but something was bought. */
    REFUNDED,
    NEEDS_ATTENTION,
    AWAITING_PAYMENT,
    /** Everything owed was mailed. */
    DELIVERED,
    /** Everything owed was bought. */
    FULFILLED,
    PARTIALLY_FULFILLED,
    IN_FULFILLMENT;

    /** A state and, where it needs one, its reason. */
    record Standing(OrderState state, Optional<String> reason) {}

    static Standing of(OrderFacts facts, List<Unit> units, Optional<String> openCase) {
        if (facts.ignored().isPresent()) {
            return new Standing(IGNORED, facts.ignored());
        }
        if (facts.nothingOwed()) {
            boolean bought = units.stream().anyMatch(unit -> unit.esimId().isPresent());
            return new Standing(bought ? REFUNDED : CANCELLED, Optional.empty());
        }
        if (facts.held().isPresent()) {
            return new Standing(NEEDS_ATTENTION, facts.held());
        }
        Optional<String> attention = units.stream()
                .filter(unit -> unit.state() == UnitState.PARKED && !unit.heldBack())
                .findFirst()
                .flatMap(Unit::reason)
                .or(() -> openCase);
        if (attention.isPresent()) {
            return new Standing(NEEDS_ATTENTION, attention);
        }
        if (facts.payment() == Payment.UNPAID) {
            return new Standing(AWAITING_PAYMENT, Optional.empty());
        }
        List<Unit> heldBack = units.stream().filter(Unit::heldBack).toList();
        int ours = facts.owed() - heldBack.size();
        return ours <= 0 && !heldBack.isEmpty()
                ? new Standing(IGNORED, heldBack.get(0).reason())
                : new Standing(progress(ours, units), Optional.empty());
    }

    private static OrderState progress(int owed, List<Unit> units) {
        long sent =
                units.stream().filter(unit -> unit.state() == UnitState.SENT).count();
        long bought = units.stream().filter(unit -> unit.state().bought()).count();
        if (sent >= owed) {
            return DELIVERED;
        }
        if (bought >= owed) {
            return FULFILLED;
        }
        return bought > 0 ? PARTIALLY_FULFILLED : IN_FULFILLMENT;
    }
}
