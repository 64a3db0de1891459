package io.esimhub.fulfillment;

import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.SupplierCapabilities.Cancelling;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code POST /api/v1/ops/esims/{id}/cancel}: a person asks for an eSIM to be given back. Its supplier is asked first, so that one in
 * use is refused at once and nothing is changed.
 */
@Component("cancelRequests")
class CancelRequests {

    private static final String ESIM = "cancelEsim";
    private static final String WISH = "cancelWish";
    private static final Duration SILENT = Duration.ofSeconds(30);

    private final OrderBooks books;
    private final Cancellations cancellations;
    private final CancelRules rules;
    private final Returns returns;
    private final ReturnCases cases;
    private final SupplierGate gate;
    private final Timeline timeline;
    private final JsonBody json;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CancelRequests(
            OrderBooks books,
            Cancellations cancellations,
            CancelRules rules,
            Returns returns,
            ReturnCases cases,
            SupplierGate gate,
            Timeline timeline,
            JsonBody json,
            TransactionTemplate transactions,
            Clock clock) {
        this.books = books;
        this.cancellations = cancellations;
        this.rules = rules;
        this.returns = returns;
        this.cases = cases;
        this.gate = gate;
        this.timeline = timeline;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Reads the request and refuses what can be refused without its supplier; the property {@code step} is {@code ask} if that one can
     * be asked.
     *
     * @throws Problem 404 no such eSIM, 409 it is owed, cancelled already or not to be cancelled by a call, 422 no reason, 503 the supplier
     *     cannot be asked now
     */
    public void read(Exchange exchange, String id, byte[] body) {
        exchange.getMessage().removeHeaders("*");
        CancelWish wish = CancelWish.toCancel(json.read(body));
        BoughtEsim esim = cancellations.esim(CancelWish.id(id, "eSIM")).orElseThrow(() -> CancelWish.missing("eSIM"));
        refuse(esim, cancellations.ofEsim(esim.id()));
        exchange.setProperty(ESIM, esim);
        exchange.setProperty(WISH, wish);
        if (rules.tells(esim.supplier())) {
            askFirst(exchange, esim);
        }
    }

    /** @throws Problem 409 it is in use, or what {@link #read} refuses; 503 the supplier did not say */
    public Map<String, Object> request(Exchange exchange, String operator) {
        BoughtEsim esim = exchange.getProperty(ESIM, BoughtEsim.class);
        CancelWish wish = exchange.getProperty(WISH, CancelWish.class);
        if (rules.tells(esim.supplier())) {
            refuseInUse(exchange, esim);
        }
        return transactions.execute(status -> enqueue(esim, wish, operator));
    }

    private void askFirst(Exchange exchange, BoughtEsim esim) {
        Optional<Instant> later =
                gate.closedUntil(esim.supplier()).or(() -> gate.tryRate(esim.supplier(), SupplierEntry.STATUS));
        if (later.isPresent()) {
            throw silent(esim, Duration.between(clock.instant(), later.get()));
        }
        exchange.setProperty("step", "ask");
        exchange.setProperty("call", SupplierEntry.STATUS.route(esim.supplier()));
        exchange.getMessage().setBody(esim.reference());
    }

    private static void refuseInUse(Exchange exchange, BoughtEsim esim) {
        if (!CancelSteps.came(exchange) || !(exchange.getMessage().getBody() instanceof EsimStatus status)) {
            throw silent(esim, SILENT);
        }
        if (!status.untouched() && status.stage() != EsimStatus.Stage.CANCELLED) {
            throw Problem.conflict(
                    "esim-activated",
                    "The eSIM cannot be given back: " + esim.supplier() + " says it is " + status.stage() + ".");
        }
    }

    private Map<String, Object> enqueue(BoughtEsim asked, CancelWish wish, String operator) {
        Instant now = clock.instant();
        OrderBook book = books.open(asked.order());
        BoughtEsim esim = cancellations.esim(asked.id()).orElseThrow();
        Optional<Cancellation> known = cancellations.ofEsim(esim.id());
        refuse(esim, known);
        long id = known.map(Cancellation::id).orElseGet(() -> cancellations.request(esim.id(), now));
        known.filter(before -> before.state() == CancellationState.KEPT)
                .ifPresent(kept -> cancellations.askAgain(kept, now));
        returns.enqueue(id, "asked:" + cancellations.asked(id));
        cases.close(esim, operator, wish.reason());
        timeline.write(
                esim.order().ownerKind(),
                esim.order().orderId(),
                new TimelineEntry(
                        "giving back asked for",
                        operator,
                        Map.of("esim", esim.id(), "supplier", esim.supplier(), "reason", wish.reason())));
        book.order().progressed(book.units(), true, Optional.empty());
        return Map.of("id", id, "esim", esim.id(), "askedBy", operator);
    }

    private void refuse(BoughtEsim esim, Optional<Cancellation> known) {
        if (esim.unit() != UnitState.DROPPED) {
            throw Problem.conflict(
                    "still-owed", "The eSIM is owed to its customer. Reduce or refund it at the channel first.");
        }
        if (known.filter(each -> each.state() == CancellationState.CANCELLED).isPresent()) {
            throw Problem.conflict("cancelled-already", "The eSIM was given back already.");
        }
        if (rules.of(esim.supplier()) != Cancelling.BY_CALL) {
            throw Problem.conflict(
                    "not-by-call",
                    esim.supplier()
                            + " cannot be told so by a call. Do it in its portal, then decide the cancellation.");
        }
    }

    private static Problem silent(BoughtEsim esim, Duration wait) {
        return Problem.unavailable(
                "supplier-silent",
                esim.supplier() + " cannot say now whether the eSIM is in use. Nothing was changed; try again later.",
                wait);
    }
}
