package io.esimhub.fulfillment;

import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code POST /api/v1/ops/cancellations/{id}/decide}: a person settles what the supplier did not, or did by hand what no call can. */
@Component("cancelDecisions")
class CancelDecisions {

    private final OrderBooks books;
    private final Cancellations cancellations;
    private final ReturnCases cases;
    private final Timeline timeline;
    private final JsonBody json;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CancelDecisions(
            OrderBooks books,
            Cancellations cancellations,
            ReturnCases cases,
            Timeline timeline,
            JsonBody json,
            TransactionTemplate transactions,
            Clock clock) {
        this.books = books;
        this.cancellations = cancellations;
        this.cases = cases;
        this.timeline = timeline;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws Problem 404 no such cancellation, 409 it is neither UNKNOWN nor KEPT, 422 an incomplete decision */
    public Map<String, Object> decide(String id, byte[] body, String operator) {
        CancelWish decision = CancelWish.decision(json.read(body));
        Cancellation found = cancellations
                .byId(CancelWish.id(id, "cancellation"))
                .orElseThrow(() -> CancelWish.missing("cancellation"));
        return transactions.execute(status -> settle(found, decision, operator));
    }

    private Map<String, Object> settle(Cancellation found, CancelWish decision, String operator) {
        OrderRef order = found.esim().order();
        OrderBook book = books.open(order);
        Cancellation current = cancellations.byId(found.id()).orElseThrow();
        if (current.state() != CancellationState.UNKNOWN && current.state() != CancellationState.KEPT) {
            throw Problem.conflict(
                    "not-undecided", "Only a cancellation that is UNKNOWN or KEPT can be decided; this one is not.");
        }
        boolean cancelled = decision.cancelled().orElseThrow();
        CancellationState next = cancelled ? CancellationState.CANCELLED : CancellationState.KEPT;
        cancellations.move(current, next, "DECLARED_" + next, current.answer().orElse(null), clock.instant());
        cases.close(current.esim(), operator, decision.reason());
        timeline.write(
                order.ownerKind(),
                order.orderId(),
                new TimelineEntry(
                        "cancellation decided",
                        operator,
                        Map.of(
                                "esim", current.esim().id(),
                                "supplier", current.esim().supplier(),
                                "state", next.name(),
                                "reason", decision.reason())));
        book.order().progressed(book.units(), true, Optional.empty());
        return Map.of("id", current.id(), "state", next.name(), "decidedBy", operator);
    }
}
