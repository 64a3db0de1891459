package io.esimhub.reconciliation;

import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.orders.ToldAgain;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Mends what a channel's list showed, by what would have come in time: the order enters by the inbox and is read at its channel, the
 * channel is told again. In the caller's transaction.
 */
@Component
class OrderRepairs {

    private static final String EVENTS = "channel-events";

    private final Inbox inbox;
    private final ToldAgain told;
    private final Breaks breaks;

    OrderRepairs(Inbox inbox, ToldAgain told, Breaks breaks) {
        this.inbox = inbox;
        this.told = told;
        this.breaks = breaks;
    }

    /** @return how many of them nobody knew of */
    int mend(Run run, ListedOrder order, List<Difference> differences) {
        List<Difference> news = differences.stream()
                .filter(difference -> !breaks.known(run, difference))
                .toList();
        List<Difference> byEvent =
                news.stream().filter(Difference::mendedByEvent).toList();
        if (!byEvent.isEmpty()) {
            byEvent(run, order, byEvent);
        }
        for (Difference difference : news) {
            if (difference.kind() == DifferenceKind.WRITE_BACK) {
                tellAgain(run, difference);
            } else if (!difference.kind().repairable()) {
                breaks.open(run, difference, "the channel shows units as sent that this hub has not sent");
            }
        }
        return news.size();
    }

    /** The list does not show all of it, and what it does not show may have changed. */
    void readAgain(Run run, ListedOrder order) {
        enter(run, order);
    }

    /** The same state of the same order a second time would change nothing: then the difference is one that this cannot mend. */
    private void byEvent(Run run, ListedOrder order, List<Difference> differences) {
        Optional<Long> event = enter(run, order);
        for (Difference difference : differences) {
            if (event.isPresent()) {
                breaks.repairing(run, difference, event);
            } else {
                breaks.open(run, difference, "it was read again at the channel, and still differs");
            }
        }
    }

    private Optional<Long> enter(Run run, ListedOrder order) {
        String delivery = "recon:" + order.externalId() + ":" + order.snapshot().updatedAt();
        return inbox.accept(
                new InboxEvent(run.party(), run.account(), InboxEvent.RECONCILIATION, delivery, Map.of(), order.body()),
                EVENTS,
                null);
    }

    private void tellAgain(Run run, Difference difference) {
        if (breaks.mendedBefore(run, difference)) {
            breaks.open(run, difference, "the channel was told again before, and does not know it still");
        } else if (told.again(difference.order().orElseThrow(), "reconciliation run " + run.id())) {
            breaks.repairing(run, difference, Optional.empty());
        } else {
            breaks.open(run, difference, "the channel does not know what was sent, and cannot be told");
        }
    }
}
