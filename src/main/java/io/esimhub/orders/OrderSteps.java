package io.esimhub.orders;

import io.esimhub.fulfillment.FulfillmentDesk;
import io.esimhub.fulfillment.OrderRef;
import io.esimhub.fulfillment.OrderRun;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.work.DeadLetterOwner;
import io.esimhub.operations.work.WorkItem;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes orders up again. The queue {@code orders} carries an order's id, followed by {@code reopen} when parked units are to be
 * tried again.
 */
@Component("orderSteps")
class OrderSteps implements DeadLetterOwner {

    private static final String ORDERS = "orders";
    private static final String EVENTS = "channel-events";
    private static final String REOPEN = " reopen";

    private final FulfillmentDesk fulfillment;
    private final Cases cases;
    private final Inbox inbox;
    private final TransactionTemplate transactions;

    OrderSteps(FulfillmentDesk fulfillment, Cases cases, Inbox inbox, TransactionTemplate transactions) {
        this.fulfillment = fulfillment;
        this.cases = cases;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    public OrderRun takeUp(WorkItem item) {
        boolean reopen = item.payload().endsWith(REOPEN);
        return fulfillment.takeUp(item, new OrderRef(RetailOrders.KIND, orderId(item.payload())), reopen);
    }

    @Override
    public boolean open(CaseReport report) {
        Optional<Long> order = orderOf(report.workQueue(), report.workPayload());
        order.ifPresent(id -> transactions.executeWithoutResult(status -> {
            fulfillment.caseOpened(
                    new OrderRef(RetailOrders.KIND, id), () -> cases.open(report.order(RetailOrders.KIND, id)));
        }));
        return order.isPresent();
    }

    private Optional<Long> orderOf(String queue, String payload) {
        return switch (queue) {
            case ORDERS -> Optional.of(orderId(payload));
            case Confirmations.QUEUE -> Optional.of(Long.parseLong(payload));
            case EVENTS -> inbox.orderOf(Long.parseLong(payload));
            default -> Optional.empty();
        };
    }

    private static long orderId(String payload) {
        return Long.parseLong(
                payload.endsWith(REOPEN) ? payload.substring(0, payload.length() - REOPEN.length()) : payload);
    }
}
