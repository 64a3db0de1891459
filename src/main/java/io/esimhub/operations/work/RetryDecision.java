package io.esimhub.operations.work;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A failed run is repeated after a pause, or becomes a dead letter. */
@Component
class RetryDecision {

    private static final Logger LOG = LoggerFactory.getLogger(RetryDecision.class);

    private final RetrySchedule schedule = new RetrySchedule();
    private final Cases cases;
    private final List<DeadLetterOwner> owners;
    private final Clock clock;

    RetryDecision(Cases cases, @Lazy List<DeadLetterOwner> owners, Clock clock) {
        this.cases = cases;
        this.owners = owners;
        this.clock = clock;
    }

    Verdict afterFailure(String key, WorkData data, WorkResult.Failed failed) {
        Throwable cause = failed.cause();
        WorkData next = data.afterFailure();
        String error = ErrorText.of(cause);
        Optional<Duration> pause = schedule.pauseAfter(
                next.attempts(),
                failed.oneMoreTry(),
                ThreadLocalRandom.current().nextDouble());
        if (pause.isPresent()) {
            LOG.warn("{} {} failed (run {}), again in {}: {}", data.queue(), key, next.attempts(), pause.get(), error);
            return new Verdict.Again(clock.instant().plus(pause.get()), next);
        }
        LOG.error("{} {} failed {} times and is a dead letter: {}", data.queue(), key, next.attempts(), error);
        deadLetter(CaseReport.of("dead-letter", reasonClass(cause), key)
                .work(data.queue(), key, data.payload())
                .failed(next.attempts(), error));
        return new Verdict.Over();
    }

    /** A case that concerns an order is opened by the order's owner, who shows it on the order. */
    private void deadLetter(CaseReport report) {
        boolean owned = owners.stream().anyMatch(owner -> owner.open(report));
        if (!owned) {
            cases.open(report);
        }
    }

    private static String reasonClass(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
