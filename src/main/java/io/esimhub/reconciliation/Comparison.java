package io.esimhub.reconciliation;

import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.Payment;
import io.esimhub.orders.SnapshotLine;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares an order in its channel's list with ours. What we know is newer than the list: then nothing is compared, as it was the list that
 * came late.
 */
final class Comparison {

    private final ListedOrder listed;
    private final KnownOrder known;
    private final boolean channelHears;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(ListedOrder listed, KnownOrder known, boolean channelHears) {
        this.listed = listed;
        this.known = known;
        this.channelHears = channelHears;
    }

    /**
     * What came of it.
     *
     * @param whole everything was compared; what is not among the differences is the same on both sides
     */
    record Result(boolean whole, List<Difference> differences) {}

    /** @param channelHears the channel is told of what was sent */
    static Result of(ListedOrder listed, Optional<KnownOrder> known, boolean channelHears) {
        if (known.isEmpty()) {
            return new Result(true, List.of(missing(listed)));
        }
        if (listed.snapshot().updatedAt().isBefore(known.get().snapshotAt())) {
            return new Result(false, List.of());
        }
        Comparison comparison = new Comparison(listed, known.get(), channelHears);
        comparison.facts();
        comparison.quantities();
        comparison.fulfillment();
        return new Result(!known.get().telling() && listed.allLines(), List.copyOf(comparison.differences));
    }

    private static Difference missing(ListedOrder listed) {
        OrderSnapshot there = listed.snapshot();
        return Difference.ofOrder(
                DifferenceKind.MISSING,
                listed.externalId(),
                Optional.empty(),
                Map.of("payment", there.payment().name(), "cancelled", there.cancelled()),
                there.updatedAt());
    }

    private void facts() {
        OrderSnapshot there = listed.snapshot();
        if (there.payment() != known.payment()) {
            add(DifferenceKind.PAYMENT, there.payment().name(), known.payment().name());
        }
        if (there.cancelled() != known.cancelled()) {
            add(DifferenceKind.CANCELLATION, there.cancelled(), known.cancelled());
        }
        there.countedRefunds().ifPresent(refunds -> {
            TreeSet<String> uncounted = new TreeSet<>(refunds);
            known.refunds().ifPresent(uncounted::removeAll);
            if (!uncounted.isEmpty()) {
                add(DifferenceKind.REFUND, uncounted, "not counted");
            }
        });
    }

    /** Of every line, whoever's it is: an edit may add one of ours. */
    private void quantities() {
        Map<String, Object> there = new LinkedHashMap<>();
        Map<String, Object> here = new LinkedHashMap<>();
        for (SnapshotLine line : listed.snapshot().lines()) {
            int ours =
                    known.line(line.externalId()).map(KnownOrder.Line::quantity).orElse(0);
            if (line.quantity() != ours) {
                there.put(line.externalId(), line.quantity());
                here.put(line.externalId(), ours);
            }
        }
        if (!there.isEmpty()) {
            add(DifferenceKind.QUANTITY, there, here);
        }
    }

    private void fulfillment() {
        OrderSnapshot there = listed.snapshot();
        if (known.ended() || there.cancelled() || known.cancelled() || there.payment() != Payment.PAID) {
            return;
        }
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> ours = new LinkedHashMap<>();
        boolean untold = false;
        for (SnapshotLine line : there.lines()) {
            Optional<KnownOrder.Line> own = known.line(line.externalId()).filter(each -> each.sent() >= 0);
            Integer fulfilled = listed.fulfilled().get(line.externalId());
            if (own.isPresent() && fulfilled != null && differs(own.get().sent(), fulfilled, line.quantity())) {
                channels.put(line.externalId(), fulfilled);
                ours.put(line.externalId(), own.get().sent());
                untold |= own.get().sent() > fulfilled;
            }
        }
        if (channels.isEmpty() || untold && (!channelHears || known.telling())) {
            return;
        }
        add(untold ? DifferenceKind.WRITE_BACK : DifferenceKind.SENT_ELSEWHERE, channels, ours);
    }

    /** What was sent before its line was shortened is sent all the same, and channels do not count it. */
    private static boolean differs(int sent, int fulfilled, int owed) {
        return Math.min(sent, owed) != Math.min(fulfilled, owed);
    }

    private void add(DifferenceKind kind, Object there, Object here) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("there", there);
        details.put("here", here);
        differences.add(Difference.ofOrder(
                kind,
                listed.externalId(),
                Optional.of(known.id()),
                details,
                listed.snapshot().updatedAt()));
    }
}
