package io.esimhub.catalog.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.catalog.CatalogLock;
import io.esimhub.catalog.MarginAlarm;
import io.esimhub.catalog.WaitingOrders;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.work.ErrorText;
import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierGate;
import io.esimhub.suppliers.SupplierOffer;
import io.esimhub.suppliers.SupplierOffers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of a sync around the supplier's route. A list is merged as a whole in one transaction, so a run that dies is simply run
 * again.
 */
@Component("catalogSync")
class CatalogSync {

    /** Exchange property: the supplier's route, absent when there is nothing to ask it. */
    private static final String CALL = "call";

    private static final String RUN = "syncRun";
    private static final String KIND = "catalog-sync";

    private final SyncRuns runs;
    private final SyncBooks books;
    private final CatalogLock lock;
    private final MarginAlarm marginAlarm;
    private final WaitingOrders waitingOrders;
    private final Cases cases;
    private final SupplierGate gate;
    private final CatalogSyncProperties properties;
    private final TransactionTemplate transactions;
    private final ObjectMapper json;

    CatalogSync(
            SyncRuns runs,
            SyncBooks books,
            CatalogLock lock,
            MarginAlarm marginAlarm,
            WaitingOrders waitingOrders,
            Cases cases,
            SupplierGate gate,
            CatalogSyncProperties properties,
            TransactionTemplate transactions,
            ObjectMapper json) {
        this.runs = runs;
        this.books = books;
        this.lock = lock;
        this.marginAlarm = marginAlarm;
        this.waitingOrders = waitingOrders;
        this.cases = cases;
        this.gate = gate;
        this.properties = properties;
        this.transactions = transactions;
        this.json = json;
    }

    /** Whether and where to ask; the answer is in the exchange's properties. */
    public void begin(Exchange exchange) {
        WorkItem item = exchange.getMessage().getBody(WorkItem.class);
        SyncRun run = runs.find(Long.parseLong(item.payload())).orElse(null);
        if (run == null || run.ended()) {
            return;
        }
        if (runs.overtaken(run)) {
            giveWay(run);
            return;
        }
        Optional<Instant> later = gate.tryRate(run.supplier(), SupplierEntry.CATALOG);
        if (later.isPresent()) {
            WorkExchange.comeBack(exchange, later.get());
            return;
        }
        exchange.setProperty(RUN, start(run));
        exchange.setProperty(CALL, SupplierEntry.CATALOG.route(run.supplier()));
    }

    /** The supplier's whole list is the body. */
    public void merge(Exchange exchange) throws InvalidPayloadException {
        SyncRun run = exchange.getProperty(RUN, SyncRun.class);
        List<SupplierOffer> listed =
                exchange.getMessage().getMandatoryBody(SupplierOffers.class).offers();
        transactions.executeWithoutResult(status -> {
            lock.take();
            if (runs.newerMerged(run)) {
                giveWay(run);
                return;
            }
            List<KnownOffer> known = books.known(run.supplier());
            Doubt.about(listed, known, properties.greatestLoss(), run.lossAccepted())
                    .ifPresentOrElse(doubt -> disbelieve(run, doubt), () -> believe(run, listed, known));
        });
    }

    private void believe(SyncRun run, List<SupplierOffer> listed, List<KnownOffer> known) {
        SyncPlan plan = new SyncPlan(listed, known, books.variants(run.supplier()));
        books.write(run, plan);
        runs.end(run, "MERGED", null, SyncReport.of(plan, json));
        cases.close(KIND, run.supplier(), KIND, "a list was read and believed");
        marginAlarm.look(KIND);
        waitingOrders.takeUp(plan.mended(), "sync:" + run.id());
    }

    private void disbelieve(SyncRun run, String doubt) {
        runs.end(run, "NOT_BELIEVED", doubt, SyncReport.nothing());
        cases.open(CaseReport.of(KIND, "NOT_BELIEVED", run.supplier()).failed(0, doubt + ", run " + run.id()));
    }

    /** A newer run does what this one was for. */
    private void giveWay(SyncRun run) {
        runs.end(run, "SUPERSEDED", run.error(), SyncReport.nothing());
    }

    /** What has been failing until the next run's turn came is not tried beside it, and it is time that somebody hears of it. */
    private SyncRun start(SyncRun run) {
        return transactions.execute(status -> {
            runs.supersede(run)
                    .ifPresent(error -> cases.open(
                            CaseReport.of(KIND, "FAILING", run.supplier()).failed(1, error)));
            return runs.start(run);
        });
    }

    /** The run says why, and the work queue tries again. */
    public void failed(Exchange exchange) throws Exception {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        runs.failed(exchange.getProperty(RUN, SyncRun.class), ErrorText.of(cause));
        throw cause;
    }
}
