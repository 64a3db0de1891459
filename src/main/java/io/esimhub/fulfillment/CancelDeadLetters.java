package io.esimhub.fulfillment;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.work.DeadLetterOwner;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows a cancellation that failed too often on its order. */
@Component
class CancelDeadLetters implements DeadLetterOwner {

    private final FulfillmentDesk fulfillment;
    private final Cancellations cancellations;
    private final Cases cases;
    private final TransactionTemplate transactions;

    CancelDeadLetters(
            FulfillmentDesk fulfillment, Cancellations cancellations, Cases cases, TransactionTemplate transactions) {
        this.fulfillment = fulfillment;
        this.cancellations = cancellations;
        this.cases = cases;
        this.transactions = transactions;
    }

    @Override
    public boolean open(CaseReport report) {
        if (!Returns.QUEUE.equals(report.workQueue())) {
            return false;
        }
        Optional<OrderRef> order = cancellations
                .byId(Long.parseLong(report.workPayload()))
                .map(cancellation -> cancellation.esim().order());
        order.ifPresent(its -> transactions.executeWithoutResult(
                status -> fulfillment.caseOpened(its, () -> cases.open(report.order(its.ownerKind(), its.orderId())))));
        return order.isPresent();
    }
}
