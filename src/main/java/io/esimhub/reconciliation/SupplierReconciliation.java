package io.esimhub.reconciliation;

import io.esimhub.operations.work.ErrorText;
import io.esimhub.operations.work.WorkExchange;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierGate;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of a run over a supplier's list. A list is compared as a whole in one transaction, so a run that dies is simply run again. */
@Component("supplierReconciliation")
class SupplierReconciliation {

    private static final String RUN = "supplierRun";

    /** The supplier writes an order down a little later than we do, and by its own clock. */
    private static final Duration MARGIN = Duration.ofMinutes(30);

    /** What had no owner and may have belonged to a purchase whose answer was lost. */
    private static final Duration JUDGED_AGAIN = Duration.ofDays(31);

    private final RunStart start;
    private final Runs runs;
    private final SupplierBooks books;
    private final ListedSuppliers suppliers;
    private final Breaks breaks;
    private final SupplierGate gate;
    private final ReconciliationProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SupplierReconciliation(
            RunStart start,
            Runs runs,
            SupplierBooks books,
            ListedSuppliers suppliers,
            Breaks breaks,
            SupplierGate gate,
            ReconciliationProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.start = start;
        this.runs = runs;
        this.books = books;
        this.suppliers = suppliers;
        this.breaks = breaks;
        this.gate = gate;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The body becomes the {@link OrderWindow}; the property {@code call} names the supplier's route if it may be asked now. */
    public void begin(Exchange exchange) {
        start.begin(exchange).ifPresent(run -> {
            Optional<Instant> later =
                    gate.closedUntil(run.party()).or(() -> gate.tryRate(run.party(), SupplierEntry.LIST));
            if (later.isPresent()) {
                WorkExchange.comeBack(exchange, later.get());
                return;
            }
            exchange.setProperty(RUN, run);
            exchange.setProperty("call", SupplierEntry.LIST.route(run.party()));
            Window wide = wide(run);
            exchange.getMessage().setBody(new OrderWindow(wide.from(), wide.to()));
        });
    }

    /** The body is the supplier's whole list. */
    public void compare(Exchange exchange) throws InvalidPayloadException {
        Run run = exchange.getProperty(RUN, Run.class);
        SupplierListing listing = exchange.getMessage().getMandatoryBody(SupplierListing.class);
        Instant now = clock.instant();
        Duration ahead = listing.supplierClock()
                .map(there -> Duration.between(now, there))
                .orElse(Duration.ZERO);
        try {
            transactions.executeWithoutResult(status -> compare(run, listing.orders(), ahead, now));
        } catch (Overtaken cancelled) {
            // nothing was written
        }
    }

    /** The run says why, and the work queue tries again. */
    public void failed(Exchange exchange) throws Exception {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        runs.failed(exchange.getProperty(RUN, Run.class), ErrorText.of(cause));
        throw cause;
    }

    private void compare(Run run, List<SupplierOrder> listed, Duration ahead, Instant now) {
        books.keep(run, listed);
        Window window = new Window(run.from().orElseThrow(), run.to().orElseThrow());
        boolean afterRestore = run.by().equals(RecoveryDesk.BY);
        boolean exclusive = suppliers.exclusive(run.party());
        List<String> judged = SupplierComparison.judged(listed, window, ahead);
        List<SupplierOrder> former =
                exclusive ? books.withoutOwner(run.party(), now.minus(JUDGED_AGAIN), judged) : List.of();
        List<KnownPurchase> ours = books.purchases(
                run.party(),
                wide(run),
                Stream.concat(listed.stream(), former.stream()).toList());
        List<Difference> found = Stream.concat(
                        SupplierComparison.of(
                                listed, former, ours, window, ahead, afterRestore, afterRestore || exclusive)
                                .stream(),
                        books.unsent(run.party(), now.minus(properties.unsentAfter())).stream())
                .toList();
        breaks.notFoundAgain(run, judged, found);
        List<Difference> news = found.stream()
                .filter(difference -> !breaks.known(run, difference))
                .toList();
        news.forEach(
                difference -> breaks.open(run, difference, difference.details().toString()));
        Optional<Instant> newest = listed.stream().map(SupplierOrder::createdAt).max(Instant::compareTo);
        if (!runs.turnPage(run, Optional.empty(), listed.size(), news.size(), newest)) {
            throw new Overtaken();
        }
        runs.end(run.id(), "DONE", "reconciliation", null);
    }

    private static Window wide(Run run) {
        return new Window(
                run.from().orElseThrow().minus(MARGIN), run.to().orElseThrow().plus(MARGIN));
    }
}
