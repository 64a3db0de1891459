package io.esimhub.fulfillment.life;

import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.web.Problem;
import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.QuestionLane;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SupplierGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of asking a supplier about an eSIM. The property {@code supplier} says whom the route has to ask, absent if nobody; the
 * body is what its route gets.
 */
@Component("esimStatus")
class EsimStatusSteps {

    private static final String QUESTION = "esimQuestion";
    private static final String SUPPLIER = "supplier";
    private static final Duration LANE_FULL = Duration.ofSeconds(5);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private final LifeBooks lives;
    private final EsimQuestions questions;
    private final SupplierGate gate;
    private final QuestionLane lane;
    private final Timeline timeline;
    private final TransactionTemplate transactions;
    private final Clock clock;

    EsimStatusSteps(
            LifeBooks lives,
            EsimQuestions questions,
            SupplierGate gate,
            QuestionLane lane,
            Timeline timeline,
            TransactionTemplate transactions,
            Clock clock) {
        this.lives = lives;
        this.questions = questions;
        this.gate = gate;
        this.lane = lane;
        this.timeline = timeline;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The body is a work item whose payload is an eSIM of ours. Too early, it comes back. */
    public void take(Exchange exchange) {
        WorkItem item = exchange.getMessage().getBody(WorkItem.class);
        long id = Long.parseLong(item.payload());
        Optional<SoldEsim> esim = lives.sold(id).filter(known -> questions.canBeAsked(known.supplier()));
        if (esim.isEmpty()) {
            return;
        }
        Instant due = questions.notBefore(id);
        Optional<Instant> later = clock.instant().isBefore(due)
                ? Optional.of(due)
                : notNow(esim.get().supplier(), item);
        if (later.isPresent()) {
            WorkExchange.comeBack(exchange, later.get());
        } else {
            begin(exchange, esim.get(), "esim-status");
        }
    }

    private Optional<Instant> notNow(String supplier, WorkItem item) {
        return gate.closedUntil(supplier)
                .or(() -> lane.enter(supplier, item)
                        ? gate.tryRate(supplier, SupplierEntry.STATUS)
                        : Optional.of(clock.instant().plus(LANE_FULL)));
    }

    /**
     * @param id as it came in the path
     * @throws Problem 404 no such eSIM, 409 its supplier cannot be asked, 503 not now
     */
    public void takeFor(Exchange exchange, String id, String operator) {
        exchange.getMessage().removeHeaders("*");
        SoldEsim esim = Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> lives.sold(Long.parseLong(text)))
                .orElseThrow(() -> Problem.notFound(
                        "no-such-esim", "There is no such eSIM. Take its number from the units of its order."));
        if (!questions.canBeAsked(esim.supplier())) {
            throw Problem.conflict(
                    "cannot-be-asked",
                    esim.supplier() + " is not enabled, or cannot tell how far an eSIM is. Look into its portal.");
        }
        gate.tryRate(esim.supplier(), SupplierEntry.STATUS).ifPresent(later -> {
            throw Problem.unavailable(
                    "supplier-rate",
                    "The limit of calls to " + esim.supplier() + " is reached. Ask again later.",
                    Duration.between(clock.instant(), later).plusSeconds(1));
        });
        begin(exchange, esim, operator);
    }

    /** The body is the supplier's answer; it becomes the life as it stands now. */
    public LifeView merge(Exchange exchange) {
        EsimQuestion question = exchange.getProperty(QUESTION, EsimQuestion.class);
        EsimStatus status = exchange.getMessage().getBody(EsimStatus.class);
        EsimLife now = transactions.execute(open -> merge(question, status));
        return LifeView.of(question.esim(), now);
    }

    /** @throws Problem always: another time the supplier may answer */
    public void unanswered(Exchange exchange) {
        EsimQuestion question = exchange.getProperty(QUESTION, EsimQuestion.class);
        questions.unanswered(question);
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        throw Problem.unavailable(
                "supplier-not-answering",
                question.esim().supplier() + " did not say how far the eSIM is ("
                        + why.getClass().getSimpleName() + "). Nothing was changed. Ask again later.",
                ASK_AGAIN);
    }

    private void begin(Exchange exchange, SoldEsim esim, String by) {
        EsimQuestion question = questions.begin(esim, by);
        exchange.setProperty(QUESTION, question);
        exchange.setProperty(SUPPLIER, esim.supplier());
        exchange.getMessage().setBody(esim.reference());
    }

    /** Locks nothing but the life, so that it can wait for nobody who waits for it: a story's lines need no lock of the order. */
    private EsimLife merge(EsimQuestion question, EsimStatus status) {
        SoldEsim esim = question.esim();
        EsimLife life = lives.lock(esim.id()).with(status, question.askedAt());
        timeline.write(
                esim.order().ownerKind(),
                esim.order().orderId(),
                life.untold().stream()
                        .map(step -> new TimelineEntry(step.event(), question.by(), details(esim, life, step)))
                        .toList());
        EsimLife told = life.allTold();
        lives.save(esim.id(), told);
        return told;
    }

    private static Map<String, Object> details(SoldEsim esim, EsimLife life, LifeStep step) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("esim", esim.id());
        details.put("unit", esim.unit());
        details.put("supplier", esim.supplier());
        esim.iccidEnd().ifPresent(end -> details.put("iccid", end));
        step.percent().ifPresent(percent -> details.put("percent", percent));
        Optional<Instant> when =
                switch (step) {
                    case INSTALLED -> life.installedAt();
                    case ACTIVATED -> life.activatedAt();
                    case EXPIRED -> life.expiresAt();
                    default -> Optional.empty();
                };
        when.ifPresent(at -> details.put("at", at.toString()));
        return details;
    }
}
