package io.esimhub.fulfillment;

import io.esimhub.operations.work.WorkQueue;
import io.esimhub.suppliers.SupplierCapabilities.Cancelling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What becomes of an eSIM whose unit is dropped: given back by itself where that can be, else a task for a person. */
@Component
class Returns {

    static final String QUEUE = "cancellations";

    private final Cancellations cancellations;
    private final CancelRules rules;
    private final ReturnCases cases;
    private final WorkQueue work;
    private final Clock clock;

    Returns(Cancellations cancellations, CancelRules rules, ReturnCases cases, WorkQueue work, Clock clock) {
        this.cancellations = cancellations;
        this.rules = rules;
        this.cases = cases;
        this.work = work;
        this.clock = clock;
    }

    /** In the transaction that drops the unit. */
    void offer(OrderRun run, Unit dropped) {
        Instant now = clock.instant();
        BoughtEsim esim = cancellations.esim(dropped.esimId().orElseThrow()).orElseThrow();
        Cancelling how = rules.of(esim.supplier());
        if (how == Cancelling.BY_CALL && rules.automatic()) {
            long id = cancellations.request(esim.id(), now);
            enqueue(id, "dropped");
            run.tell("to be given back", Map.of("esim", esim.id(), "supplier", esim.supplier()));
            return;
        }
        long id = cancellations.keep(esim.id(), how == Cancelling.BY_CALL ? "NOT_AUTOMATIC" : how.name(), now);
        cases.byHand(esim, id, how, dropped.state() == UnitState.SENT);
        run.caseOpenedOrClosed();
    }

    /** @param cause part of the item's key */
    void enqueue(long cancellation, String cause) {
        String key = "cancel:" + cancellation + ":" + cause;
        cancellations.movedBy(cancellation, key);
        work.enqueue(QUEUE, key, Long.toString(cancellation), Duration.ZERO);
    }
}
