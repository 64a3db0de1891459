package io.esimhub.fulfillment;

import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.work.Turns;
import io.esimhub.operations.work.WorkQueue;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierGate;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Suppliers that accept first and hand over later are asked once for all their open orders, not once an order. What has come is
 * written down and the order goes on at once.
 */
@Component("allocations")
class Allocations {

    private static final Duration PAUSE = Duration.ofMillis(1500);
    private static final Duration MARGIN = Duration.ofMinutes(10);
    private static final String POLL = "allocationPoll";

    /** A supplier that hangs is not asked again before it has answered, or the call has run out. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    private final OrderBooks books;
    private final Purchases purchases;
    private final Answers answers;
    private final SupplierLimits limits;
    private final SupplierGate gate;
    private final Turns turns;
    private final Timeline timeline;
    private final WorkQueue work;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Allocations(
            OrderBooks books,
            Purchases purchases,
            Answers answers,
            SupplierLimits limits,
            SupplierGate gate,
            Turns turns,
            Timeline timeline,
            WorkQueue work,
            TransactionTemplate transactions,
            Clock clock) {
        this.books = books;
        this.purchases = purchases;
        this.answers = answers;
        this.limits = limits;
        this.gate = gate;
        this.turns = turns;
        this.timeline = timeline;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whose turn it is to look for a supplier's allocations. */
    static String turn(String supplier) {
        return "allocations " + supplier;
    }

    /** The looks to make now: one a supplier that owes us something, if no other process makes it. */
    public List<AllocationPoll> due() {
        return limits.completingLater().stream()
                .map(supplier -> new AllocationPoll(supplier, null, purchases.accepted(supplier)))
                .filter(poll -> !poll.awaited().isEmpty())
                .filter(poll -> !underWay.contains(poll.supplier()))
                .filter(poll -> turns.take(turn(poll.supplier()), PAUSE))
                .filter(poll ->
                        gate.tryRate(poll.supplier(), SupplierEntry.LIST).isEmpty())
                .filter(poll -> underWay.add(poll.supplier()))
                .map(this::withWindow)
                .toList();
    }

    /** The body is an {@link AllocationPoll}; it becomes the window that the supplier's list is asked for. */
    public void ask(Exchange exchange) {
        AllocationPoll poll = exchange.getMessage().getBody(AllocationPoll.class);
        exchange.setProperty(POLL, poll);
        exchange.setProperty("supplier", poll.supplier());
        exchange.getMessage().setBody(poll.window());
    }

    /** The body is the supplier's list. */
    public void handOver(Exchange exchange) {
        AllocationPoll poll = exchange.getProperty(POLL, AllocationPoll.class);
        List<SupplierOrder> orders =
                exchange.getMessage().getBody(SupplierListing.class).orders();
        Map<String, SupplierOrder> byReference = orders.stream()
                .collect(Collectors.toMap(SupplierOrder::reference, Function.identity(), (one, other) -> one));
        Map<String, SupplierOrder> byKey = orders.stream()
                .filter(order -> order.key().isPresent())
                .collect(Collectors.toMap(order -> order.key().get(), Function.identity(), (one, other) -> one));
        for (Purchase purchase : poll.awaited()) {
            // what an order is accepted under is not always the number it gets in the end
            purchase.supplierOrder()
                    .map(byReference::get)
                    .or(() -> Optional.ofNullable(byKey.get(purchase.key())))
                    .filter(order -> !order.esims().isEmpty())
                    .ifPresent(order -> allocateAlone(purchase, order));
        }
    }

    /** The look at this supplier has ended, however it ended. */
    public void over(Exchange exchange) {
        underWay.remove(exchange.getProperty(POLL, AllocationPoll.class).supplier());
    }

    /** One order whose eSIMs are somebody else's must not keep the others waiting: its own run tells a person. */
    private void allocateAlone(Purchase purchase, SupplierOrder listed) {
        try {
            transactions.executeWithoutResult(status -> allocate(purchase, listed));
        } catch (DuplicateKeyException handedOverTwice) {
            long order = purchases.ownerOf(purchase.id()).orderId();
            work.enqueue(
                    "orders",
                    "order:" + order + ":handed-over-twice:" + purchase.id(),
                    Long.toString(order),
                    Duration.ZERO);
        }
    }

    private void allocate(Purchase awaited, SupplierOrder listed) {
        OrderRef ref = purchases.ownerOf(awaited.id());
        OrderBook book = books.open(ref);
        Optional<Purchase> purchase = purchases.byId(awaited.id()).filter(now -> now.state() == PurchaseState.ACCEPTED);
        OrderRun run = new OrderRun(null, ref);
        if (purchase.isEmpty() || !answers.allocate(run, purchase.get(), listed.reference(), listed.esims())) {
            return;
        }
        timeline.write(ref.ownerKind(), ref.orderId(), run.takeStory());
        String key = "order:" + ref.orderId() + ":allocated:" + awaited.id() + ":"
                + listed.esims().size();
        book.order().progressed(books.again(ref, book).units(), false, Optional.of(key));
        work.enqueueAndRun("orders", key, Long.toString(ref.orderId()), null);
    }

    private AllocationPoll withWindow(AllocationPoll poll) {
        Instant first = poll.awaited().stream()
                .map(Purchase::dispatchedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        return new AllocationPoll(
                poll.supplier(),
                new OrderWindow(first.minus(MARGIN), clock.instant().plus(MARGIN)),
                poll.awaited());
    }
}
