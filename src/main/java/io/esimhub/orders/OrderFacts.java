package io.esimhub.orders;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an order's state depends on beside its units.
 *
 * @param ignored why nothing is done for it, if so
 * @param owed eSIMs of ours that the channel owes its customer
 * @param held why it waits for a person, if so
 * @param stopped a person ended it
 */
record OrderFacts(
        Optional<String> ignored,
        boolean cancelled,
        Payment payment,
        int owed,
        Optional<String> held,
        boolean stopped) {

    /**
     * @param order with what is owed after all refunds
     * @param ours the SKUs that are ours
     */
    static OrderFacts of(OrderSnapshot order, Set<String> ours, Decisions decisions) {
        List<SnapshotLine> our = order.lines().stream()
                .filter(line -> line.sku().filter(ours::contains).isPresent())
                .toList();
        Optional<String> ignored = order.test()
                ? Optional.of("TEST_ORDER")
                : our.isEmpty() ? Optional.of("NOTHING_OF_OURS") : Optional.empty();
        return new OrderFacts(
                ignored,
                order.cancelled(),
                order.payment(),
                our.stream().mapToInt(SnapshotLine::quantity).sum(),
                order.hold().filter(reason -> !decisions.released()),
                decisions.stopped());
    }

    /** As if nobody held it. */
    OrderFacts released() {
        return new OrderFacts(ignored, cancelled, payment, owed, Optional.empty(), stopped);
    }

    boolean nothingOwed() {
        return stopped || cancelled || payment.owesNothing() || owed == 0;
    }

    boolean mayBuy() {
        return ignored.isEmpty() && !nothingOwed() && payment == Payment.PAID && held.isEmpty();
    }
}
