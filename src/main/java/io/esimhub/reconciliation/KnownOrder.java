package io.esimhub.reconciliation;

import io.esimhub.orders.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order as our books have it, as far as its channel's list can be compared with it.
 *
 * @param snapshotAt the channel's own time of what we know
 * @param refunds that the quantities count; absent where the channel lists none
 * @param ended a person stopped it or has to look at it anyway, or nothing is done for it
 * @param telling the channel is being told of what was sent, was told just now, or has refused to hear it
 */
record KnownOrder(
        long id,
        String externalId,
        Instant snapshotAt,
        Payment payment,
        boolean cancelled,
        Optional<Set<String>> refunds,
        boolean ended,
        boolean telling,
        List<Line> lines) {

    /**
     * @param quantity as the channel's snapshot had it
     * @param sent units that are with their customer
     */
    record Line(String externalId, int quantity, int sent) {}

    Optional<Line> line(String lineId) {
        return lines.stream().filter(line -> line.externalId().equals(lineId)).findFirst();
    }
}
