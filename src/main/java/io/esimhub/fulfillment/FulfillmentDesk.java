package io.esimhub.fulfillment;

import io.esimhub.delivery.DeliveryOutcome;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.operations.work.WorkQueue;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierListing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transactions of fulfillment. Each takes the order's lock, writes down what became of the step before, and finds the next
 * one; between two of them exactly one thing happens outside.
 */
@Component
public class FulfillmentDesk {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private final OrderBooks books;
    private final OrderAdvance advance;
    private final Answers answers;
    private final UnknownPurchases unknowns;
    private final Requests requests;
    private final Deliveries deliveries;
    private final Resending resending;
    private final Cases cases;
    private final WorkQueue work;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FulfillmentDesk(
            OrderBooks books,
            OrderAdvance advance,
            Answers answers,
            UnknownPurchases unknowns,
            Requests requests,
            Deliveries deliveries,
            Resending resending,
            Cases cases,
            WorkQueue work,
            TransactionTemplate transactions,
            Clock clock) {
        this.books = books;
        this.advance = advance;
        this.answers = answers;
        this.unknowns = unknowns;
        this.requests = requests;
        this.deliveries = deliveries;
        this.resending = resending;
        this.cases = cases;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * For owners, in the transaction that changed what is owed and holds the order's lock.
     *
     * @param owed every line of the order that is ours, with what it owes now
     * @param isNew nothing of this order can be in the books yet
     * @param story what the owner has to tell on the timeline before anything else
     */
    public OrderRun owes(
            WorkItem item,
            String ownerKind,
            LockedOrder order,
            List<OwedLine> owed,
            boolean isNew,
            List<TimelineEntry> story) {
        OrderRun run = new OrderRun(item, new OrderRef(ownerKind, order.id()));
        story.forEach(run::tell);
        advance.next(run, isNew ? firstBook(run, order, owed) : bookOf(run, order, owed), false);
        finishIfOver(run);
        return run;
    }

    /** Takes an order up again, from whatever state it is in. */
    public OrderRun takeUp(WorkItem item, OrderRef order, boolean reopen) {
        OrderRun run = new OrderRun(item, order);
        return transactions.execute(status -> {
            step(run, books.open(order), reopen);
            return run;
        });
    }

    /** Opens a case of an order and shows it on the order, in the caller's transaction. */
    public void caseOpened(OrderRef order, Runnable open) {
        OrderBook book = books.open(order);
        open.run();
        book.order().progressed(book.units(), true, Optional.empty());
    }

    /** Writes down what a supplier's route brought, and finds the next step. */
    public void answered(OrderRun run, Object answer) {
        SupplierCall call = run.call().orElseThrow();
        if (call instanceof SupplierCall.Place place) {
            place.permit().answered((SupplierAnswer) answer);
        }
        try {
            transactions.executeWithoutResult(status -> {
                OrderBook book = books.open(run.order());
                record(run, book, call, answer);
                if (run.call().filter(next -> next != call).isEmpty()) {
                    step(run, book, false);
                }
            });
        } catch (DuplicateKeyException handedOverTwice) {
            handedOverTwice(run, call);
        }
    }

    /** The route of a supplier ended with an error of its own. */
    public void lost(OrderRun run, Exception error) {
        SupplierCall call = run.call().orElseThrow();
        if (call instanceof SupplierCall.Place) {
            answered(run, new SupplierAnswer.Unknown(error.getClass().getSimpleName()));
        } else {
            run.failed(call.purchase().supplier() + " could not be asked: "
                    + error.getClass().getSimpleName());
            transactions.executeWithoutResult(status -> step(run, books.open(run.order()), false));
        }
    }

    /** What is to be mailed now, read anew; empty if none of it is owed any more. */
    Optional<PendingDelivery> pendingOf(OrderRun run) {
        return deliveries.load(run.delivery().orElseThrow(), run.addressee());
    }

    /** Writes down that the mail was accepted, or that there was nothing to mail, and finds the next step. */
    public void delivered(OrderRun run, Optional<DeliveryOutcome> outcome, List<Long> units) {
        transactions.executeWithoutResult(status -> {
            long delivery = run.delivery().orElseThrow();
            OrderBook book = books.open(run.order());
            if (outcome.isEmpty()) {
                book.outdated();
                deliveries.end(delivery, "WITHDRAWN");
            } else if (outcome.get() instanceof DeliveryOutcome.AddressRefused refused) {
                book.outdated();
                deliveries.end(delivery, "REFUSED");
                cases.open(CaseReport.of("address-refused", "ADDRESS_REFUSED", "delivery:" + delivery)
                        .order(run.order().ownerKind(), run.order().orderId())
                        .failed(1, refused.text()));
                run.caseOpenedOrClosed();
                run.tell("address refused", Map.of("delivery", delivery));
            } else {
                deliveries.sent(delivery, units, clock.instant());
                book.sent(delivery, units);
                book.order().mailed(delivery);
                run.tell("mail sent", Map.of("delivery", delivery, "eSIMs", units.size()));
            }
            step(run, book, false);
        });
    }

    private OrderBook firstBook(OrderRun run, LockedOrder order, List<OwedLine> owed) {
        return OrderBook.first(order, requests.oweFirst(run.order(), owed, clock.instant()));
    }

    private OrderBook bookOf(OrderRun run, LockedOrder order, List<OwedLine> owed) {
        List<Request> lines =
                owed.stream().map(line -> requests.owe(run.order(), line)).toList();
        return books.read(run.order(), order, lines);
    }

    private void record(OrderRun run, OrderBook book, SupplierCall call, Object answer) {
        if (call instanceof SupplierCall.Place place) {
            answers.record(run, book, place, (SupplierAnswer) answer);
            return;
        }
        book.outdated();
        if (call instanceof SupplierCall.Search search) {
            boolean resend = unknowns.searched(run, search.purchase(), (SupplierListing) answer);
            if (resend) {
                resending.again(run, search.purchase()).ifPresent(run::next);
            }
        } else if (answer instanceof FindAnswer.Allocated allocated) {
            String reference = call.purchase().supplierOrder().orElseThrow();
            answers.allocate(run, call.purchase(), reference, allocated.esims());
        } else if (answer instanceof FindAnswer.NotFound notFound) {
            if (answers.justAccepted(call.purchase())) {
                run.comeBack(clock.instant().plus(ASK_AGAIN));
            } else {
                answers.notHandedOver(run, call.purchase(), notFound.text());
            }
        } else {
            run.comeBack(clock.instant().plus(ASK_AGAIN));
        }
    }

    private void step(OrderRun run, OrderBook book, boolean reopen) {
        advance.next(run, book.isCurrent() ? book : books.again(run.order(), book), reopen);
        finishIfOver(run);
    }

    /** The last transaction of an order takes its work item along. */
    private void finishIfOver(OrderRun run) {
        boolean over = run.call().isEmpty()
                && run.delivery().isEmpty()
                && run.comeBack().isEmpty()
                && run.failure().isEmpty();
        if (over) {
            work.finish(run.item());
        }
    }

    /** Nothing of the answer could be written: one of its eSIMs, or the order itself, is somebody else's already. */
    private void handedOverTwice(OrderRun run, SupplierCall call) {
        transactions.executeWithoutResult(status -> {
            OrderBook book = books.open(run.order());
            book.outdated();
            answers.handedOverTwice(run, call.purchase());
            cases.open(CaseReport.of(
                            UnknownPurchases.CASE,
                            UnknownPurchases.HANDED_OVER_TWICE,
                            UnknownPurchases.subject(call.purchase()))
                    .order(run.order().ownerKind(), run.order().orderId())
                    .purchase(call.purchase().id())
                    .failed(1, call.purchase().supplier() + " handed over what belongs to another purchase"));
            run.caseOpenedOrClosed();
            step(run, book, false);
        });
    }
}
