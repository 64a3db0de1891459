package io.esimhub.reconciliation;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Whether a run's turn has come, and which time it looks at. */
@Component
class RunStart {

    private static final Duration UNTIL_THE_OTHER_ENDS = Duration.ofSeconds(30);

    /** Of a list that cannot be compared at all. */
    static final String CASE = "reconciliation-run";

    private final Runs runs;
    private final FormerRuns former;
    private final RunCursors cursors;
    private final Cases cases;
    private final ReconciliationProperties properties;
    private final Clock clock;

    RunStart(
            Runs runs,
            FormerRuns former,
            RunCursors cursors,
            Cases cases,
            ReconciliationProperties properties,
            Clock clock) {
        this.runs = runs;
        this.former = former;
        this.cursors = cursors;
        this.cases = cases;
        this.properties = properties;
        this.clock = clock;
    }

    /** The body is the work item. @return the run, if it is to go on now, where it stands */
    Optional<Run> begin(Exchange exchange) {
        WorkItem item = exchange.getMessage().getBody(WorkItem.class);
        return begin(Long.parseLong(item.payload()), exchange);
    }

    Optional<Run> begin(long id, Exchange exchange) {
        Optional<Run> found = runs.find(id).filter(run -> !run.ended());
        if (found.isEmpty()) {
            return found;
        }
        if (found.get().planned()) {
            giveUpFormer(found.get());
        }
        if (found.get().planned() && former.underWay(found.get())) {
            WorkExchange.comeBack(exchange, clock.instant().plus(UNTIL_THE_OTHER_ENDS));
            return Optional.empty();
        }
        Optional<Instant> notSettled = notSettled(found.get());
        if (notSettled.isPresent()) {
            WorkExchange.comeBack(exchange, notSettled.get());
            return Optional.empty();
        }
        Run run = found.get().in(window(found.get()));
        try {
            runs.start(run);
        } catch (DuplicateKeyException another) {
            WorkExchange.comeBack(exchange, clock.instant().plus(UNTIL_THE_OTHER_ENDS));
            return Optional.empty();
        }
        return Optional.of(run);
    }

    /** What has been failing until the next one's turn came: it is time that somebody hears of it. */
    private void giveUpFormer(Run run) {
        former.letGoOfAbandoned(run);
        if (run.kind() == RunKind.CHANGES) {
            former.supersede(run)
                    .ifPresent(error -> cases.open(
                            CaseReport.of(CASE, "FAILING", run.subject()).failed(1, error)));
        }
    }

    /** What was lost with a database is to be found to its last order; other runs leave the youngest to the next one. */
    private Optional<Instant> notSettled(Run run) {
        return run.to()
                .filter(to -> run.by().equals(RecoveryDesk.BY))
                .map(to -> to.plus(properties.settle()))
                .filter(clock.instant()::isBefore);
    }

    private Window window(Run run) {
        Instant settled = clock.instant().minus(properties.settle());
        if (run.from().isEmpty()) {
            return Window.since(cursors.readUntil(run), clock.instant(), properties);
        }
        Instant to = run.to().orElseThrow();
        Instant from = run.from().get();
        return new Window(from, settled.isBefore(to) && settled.isAfter(from) ? settled : to);
    }
}
