package io.esimhub.reconciliation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that two books say differently.
 *
 * @param subject the channel's id of the order, or the supplier's of its
 * @param order ours, if we have it
 * @param details what each side says, without the customer
 * @param changedAt the other side's time of it
 */
record Difference(
        DifferenceKind kind,
        String subject,
        Optional<Long> order,
        Optional<Long> purchase,
        Map<String, Object> details,
        Optional<Instant> changedAt) {

    /** The order enters by the inbox, and is read at its channel. */
    boolean mendedByEvent() {
        return kind.repairable() && kind != DifferenceKind.WRITE_BACK;
    }

    static Difference ofOrder(
            DifferenceKind kind, String subject, Optional<Long> order, Map<String, Object> details, Instant changedAt) {
        return new Difference(kind, subject, order, Optional.empty(), details, Optional.of(changedAt));
    }
}
