package io.esimhub.reconciliation;

import io.esimhub.orders.ToldAgain;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Mends what a channel's list showed, by what would have come in time: the order enters by the inbox and is read at its channel, the
 * channel is told again. In the caller's transaction.
 */
@Component
class OrderRepairs {

    private final RepairEvents events;
    private final ToldAgain told;
    private final Breaks breaks;
    private final RenewedBreaks renewed;

    OrderRepairs(RepairEvents events, ToldAgain told, Breaks breaks, RenewedBreaks renewed) {
        this.events = events;
        this.told = told;
        this.breaks = breaks;
        this.renewed = renewed;
    }

    /** @return how many of them nobody knew of */
    int mend(Run run, ListedOrder order, List<Difference> differences) {
        List<Difference> news = differences.stream()
                .filter(difference -> !breaks.known(run, difference))
                .toList();
        List<Difference> outdated = differences.stream()
                .filter(difference -> !news.contains(difference) && renewed.outdated(run, difference))
                .toList();
        byEvent(run, order, byEvent(news), byEvent(outdated));
        for (Difference difference : news) {
            if (difference.kind() == DifferenceKind.WRITE_BACK) {
                tellAgain(run, difference);
            } else if (!difference.kind().repairable()) {
                breaks.open(run, difference, "the channel shows units as sent that this hub has not sent");
            }
        }
        outdated.stream()
                .filter(difference -> !difference.kind().repairable())
                .forEach(difference -> renewed.renew(run, difference, Optional.empty()));
        return news.size();
    }

    /** The list does not show all of it, and what it does not show may have changed. */
    void readAgain(Run run, ListedOrder order) {
        events.enter(run, order);
    }

    private static List<Difference> byEvent(List<Difference> differences) {
        return differences.stream().filter(Difference::mendedByEvent).toList();
    }

    /** The same state of the same order a second time would change nothing: then the difference is one that this cannot mend. */
    private void byEvent(Run run, ListedOrder order, List<Difference> news, List<Difference> outdated) {
        if (news.isEmpty() && outdated.isEmpty()) {
            return;
        }
        RepairEvents.Entered entered = events.enter(run, order);
        for (Difference difference : news) {
            if (entered.underWay()) {
                breaks.repairing(run, difference, entered.event());
            } else {
                breaks.open(
                        run,
                        difference,
                        entered.event(),
                        entered.event().isPresent()
                                ? "it was to be read again at the channel, which failed"
                                : "it was read again at the channel, and still differs");
            }
        }
        outdated.forEach(difference -> renewed.renew(run, difference, entered.event()));
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
