package io.esimhub.reconciliation;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.work.ErrorText;
import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListQuestion;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of a run over a channel's list. Each page is compared, mended and written down as read in one transaction, so a run that dies
 * goes on where it stood.
 */
@Component("channelReconciliation")
class ChannelReconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelReconciliation.class);
    private static final String READING = "listReading";
    private static final int TELL_EVERY = 1000;
    private static final Duration REST = Duration.ofSeconds(5);

    private final RunStart start;
    private final Runs runs;
    private final PageComparison comparison;
    private final DaySets days;
    private final Drift drift;
    private final Cases cases;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ChannelReconciliation(
            RunStart start,
            Runs runs,
            PageComparison comparison,
            DaySets days,
            Drift drift,
            Cases cases,
            TransactionTemplate transactions,
            Clock clock) {
        this.start = start;
        this.runs = runs;
        this.comparison = comparison;
        this.days = days;
        this.drift = drift;
        this.cases = cases;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The body is the work item; the property {@code call} names the channel's route if there is something to ask it. */
    public void begin(Exchange exchange) {
        goOn(Long.parseLong(exchange.getMessage().getBody(WorkItem.class).payload()), exchange);
    }

    /** Of another name, as the route knows its steps by their names alone. */
    void goOn(long id, Exchange exchange) {
        start.begin(id, exchange).ifPresent(run -> {
            exchange.setProperty(READING, new ListReading(run));
            exchange.setProperty("call", "list-" + run.party() + "-orders");
        });
    }

    /** The body becomes the {@link ListQuestion}. */
    public void page(Exchange exchange) {
        Run run = reading(exchange).run();
        Window window = new Window(run.from().orElseThrow(), run.to().orElseThrow());
        boolean day = run.kind() == RunKind.DAY;
        Window asked = day ? DaySets.asked(window) : window;
        exchange.getMessage()
                .setBody(new ListQuestion(
                        run.account(),
                        day ? ListQuestion.By.PLACED : ListQuestion.By.CHANGED,
                        asked.from(),
                        asked.to(),
                        run.position()));
    }

    /** The body is the {@link ListAnswer}. */
    public void compare(Exchange exchange) {
        ListReading reading = reading(exchange);
        ListAnswer answer = exchange.getMessage().getBody(ListAnswer.class);
        try {
            if (answer instanceof ListAnswer.Page page) {
                turn(reading, page);
            } else if (answer instanceof ListAnswer.Later later) {
                turn(reading.run(), Optional.of(later.next()));
                WorkExchange.comeBack(exchange, later.at());
                reading.leave();
            } else {
                refuse(reading, (ListAnswer.NotVisible) answer);
            }
        } catch (Overtaken cancelled) {
            reading.leave();
        }
    }

    /** Only a list that was read to its end says what is missing from it. */
    public void end(Exchange exchange) {
        ListReading reading = reading(exchange);
        Run run = reading.run();
        if (!reading.whole()) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            if (!runs.lockRunning(run)) {
                return;
            }
            if (run.kind() == RunKind.DAY) {
                days.notListed(run);
            }
            runs.end(run.id(), "DONE", "reconciliation", null);
            drift.judge(run);
            cases.close(RunStart.CASE, run.subject(), "reconciliation", "a list was read to its end");
        });
        LOG.info("Reconciliation {} of {}: {} orders compared", run.id(), run.subject(), run.compared());
    }

    /** The run says why, and the work queue tries again. A long list may fail often, as long as it gets on between. */
    public void failed(Exchange exchange) throws Exception {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Run run = reading(exchange).run();
        if (!runs.failed(run, ErrorText.of(cause))) {
            throw cause;
        }
        LOG.warn("Reconciliation {} of {} failed, and goes on there: {}", run.id(), run.subject(), ErrorText.of(cause));
        WorkExchange.comeBack(exchange, clock.instant().plus(REST));
    }

    private void turn(ListReading reading, ListAnswer.Page page) {
        Run before = reading.run();
        reading.turned(comparison.compare(before, page));
        if (before.compared() / TELL_EVERY < reading.run().compared() / TELL_EVERY) {
            LOG.info(
                    "Reconciliation {} of {}: {} orders compared so far, the newest of {}",
                    before.id(),
                    before.subject(),
                    reading.run().compared(),
                    reading.run().newest().orElse(null));
        }
    }

    private void turn(Run run, Optional<String> next) {
        if (!runs.turnPage(run, next, 0, 0, Optional.empty())) {
            throw new Overtaken();
        }
    }

    /**
     * A planned run compares what it can see: as it begins where the last one ended, it would be refused for ever otherwise. What is hidden
     * is a person's, whatever later runs say.
     */
    private void refuse(ListReading reading, ListAnswer.NotVisible why) {
        Run run = reading.run();
        transactions.executeWithoutResult(status -> {
            if (run.planned() && runs.beginLater(run, Timestamp.from(why.visibleFrom()))) {
                reading.beginsLater(
                        run.in(new Window(why.visibleFrom(), run.to().orElseThrow())));
                cases.open(CaseReport.of(RunStart.CASE, why.reason(), run.subject() + ":run-" + run.id())
                        .failed(
                                0,
                                "nobody has compared the orders from "
                                        + run.from().orElseThrow() + " to " + why.visibleFrom() + ": "
                                        + why.sentence()));
                return;
            }
            reading.leave();
            runs.end(run.id(), "REFUSED", "reconciliation", why.reason() + ": " + why.sentence());
            cases.open(CaseReport.of(RunStart.CASE, why.reason(), run.subject())
                    .failed(0, why.sentence() + " (run " + run.id() + ")"));
        });
    }

    private static ListReading reading(Exchange exchange) {
        return exchange.getProperty(READING, ListReading.class);
    }
}
