package io.esimhub.orders;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.operations.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes up what people ask by right. The request itself names them too, so its own text does not stay. */
@Component
public class PersonRequests {

    private static final String DISCLOSE = "data-request";

    /** The law gives a month. Until then an order that is still under way is finished first: its customer waits for it. */
    private static final Duration LONGEST = Duration.ofDays(25);

    private static final Duration LOOK_AGAIN = Duration.ofHours(12);

    private final Erasure erasure;
    private final Cases cases;
    private final Inbox inbox;
    private final WorkQueue work;
    private final Clock clock;

    PersonRequests(Erasure erasure, Cases cases, Inbox inbox, WorkQueue work, Clock clock) {
        this.erasure = erasure;
        this.cases = cases;
        this.inbox = inbox;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param event the inbox event that told it
     * @return when to look again, if orders are still under way
     */
    @Transactional
    public Optional<Instant> take(WorkItem item, long event, PersonRequest request) {
        if (request instanceof PersonRequest.Disclose disclose) {
            show(disclose);
        } else {
            Instant now = clock.instant();
            boolean latest = inbox.receivedAt(event).plus(LONGEST).isBefore(now);
            Erasure.Left left = erasure.erase((PersonRequest.Erase) request, latest);
            if (left != Erasure.Left.NOTHING) {
                return Optional.of(left == Erasure.Left.MORE ? now : now.plus(LOOK_AGAIN));
            }
        }
        inbox.handled(event);
        inbox.blank(event);
        work.finish(item);
        return Optional.empty();
    }

    private void show(PersonRequest.Disclose request) {
        PersonRequest.Whom whom = request.whom();
        cases.open(CaseReport.of(
                        DISCLOSE, "DISCLOSE", request.channel() + ":" + request.shop() + ":" + request.reference())
                .failed(
                        0,
                        "the customer " + String.join(", ", whom.customers()) + " of " + request.shop()
                                + " wants to know what we hold, within 30 days; orders: "
                                + (whom.orders().isEmpty() ? "all" : String.join(", ", whom.orders()))));
    }
}
