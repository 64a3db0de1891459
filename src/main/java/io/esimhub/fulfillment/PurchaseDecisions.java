package io.esimhub.fulfillment;

import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import io.esimhub.operations.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code POST /api/v1/ops/purchases/{id}/decide}: a person settles what the supplier's books could not. */
@Component("purchaseDecisions")
class PurchaseDecisions {

    private final OrderBooks books;
    private final Purchases purchases;
    private final Requests requests;
    private final Cases cases;
    private final Timeline timeline;
    private final WorkQueue work;
    private final JsonBody json;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PurchaseDecisions(
            OrderBooks books,
            Purchases purchases,
            Requests requests,
            Cases cases,
            Timeline timeline,
            WorkQueue work,
            JsonBody json,
            TransactionTemplate transactions,
            Clock clock) {
        this.books = books;
        this.purchases = purchases;
        this.requests = requests;
        this.cases = cases;
        this.timeline = timeline;
        this.work = work;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @throws Problem 404 no such purchase, 409 it is not UNKNOWN or the supplier order belongs to another purchase, 422 an
     *     incomplete decision
     */
    public Map<String, Object> decide(String id, byte[] body, String operator) {
        Decision decision = Decision.read(json.read(body));
        Purchase purchase = Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> purchases.byId(Long.parseLong(text)))
                .orElseThrow(() -> Problem.notFound("no-such-purchase", "There is no such purchase."));
        try {
            return transactions.execute(status -> settle(purchase, decision, operator));
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict(
                    "supplier-order-taken",
                    "Another purchase has this supplier order. Adopt the one that is this one's.");
        }
    }

    private Map<String, Object> settle(Purchase purchase, Decision decision, String operator) {
        OrderRef order = purchases.ownerOf(purchase.id());
        OrderBook book = books.open(order);
        PurchaseState next = decision.adopt() ? PurchaseState.ACCEPTED : PurchaseState.NOT_BOUGHT;
        boolean changed = purchases.answer(
                purchase,
                next,
                decision.adopt() ? "ADOPTED" : "DECLARED_NOT_BOUGHT",
                null,
                decision.adopt() ? decision.supplierOrder() : null,
                clock.instant(),
                PurchaseState.UNKNOWN);
        if (!changed) {
            throw Problem.conflict(
                    "not-unknown", "Only a purchase whose outcome is UNKNOWN can be decided; this one is not.");
        }
        if (!decision.adopt()) {
            purchases.release(purchase);
            requests.move(purchases.waiting(purchase), UnitState.OWED, Optional.empty(), List.of(UnitState.BUYING));
        }
        cases.close(UnknownPurchases.CASE, UnknownPurchases.subject(purchase), operator, decision.reason());
        timeline.write(order.ownerKind(), order.orderId(), entry(purchase, next, decision, operator));
        book.order().progressed(books.again(order, book).units(), true, Optional.empty());
        String key = "order:" + order.orderId() + ":decided:" + purchase.id();
        work.enqueue("orders", key, Long.toString(order.orderId()), Duration.ZERO);
        return Map.of("id", purchase.id(), "state", next.name(), "decidedBy", operator);
    }

    private static TimelineEntry entry(Purchase purchase, PurchaseState next, Decision decision, String operator) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("purchase", purchase.id());
        details.put("state", next.name());
        details.put("reason", decision.reason());
        if (decision.adopt()) {
            details.put("supplierOrder", decision.supplierOrder());
        }
        return new TimelineEntry("purchase decided", operator, details);
    }
}
