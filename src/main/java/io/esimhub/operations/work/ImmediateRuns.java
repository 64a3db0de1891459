package io.esimhub.operations.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Runs items at once in the process that wrote them down. A run that finds no thread, or gets one too late, is simply not
 * made: the item is due soon, and the scheduler of some process takes it.
 */
@Component
class ImmediateRuns {

    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final ThreadPoolExecutor pool;
    private final WorkRunner runner;
    private final Clock clock;
    private final Duration freshFor;

    ImmediateRuns(WorkRunner runner, WorkProperties properties, Clock clock) {
        this.runner = runner;
        this.clock = clock;
        this.freshFor = properties.safetyNet().multipliedBy(4).dividedBy(5);
        WorkThreads threads = new WorkThreads("work-now-");
        this.pool = new ThreadPoolExecutor(
                properties.threads(),
                properties.threads(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(properties.backlog()),
                threads);
        pool.allowCoreThreadTimeOut(true);
    }

    void offer(WorkItem item, Instant writtenAt) {
        try {
            pool.execute(() -> runIfFresh(item, writtenAt));
        } catch (RejectedExecutionException full) {
            runner.release(item);
        }
    }

    private void runIfFresh(WorkItem item, Instant writtenAt) {
        if (clock.instant().isBefore(writtenAt.plus(freshFor))) {
            runner.runNow(item);
        }
    }

    /** Lets the runs under way end; what they do not manage in time is done after the next start. */
    void drain() {
        pool.getQueue().clear();
        pool.shutdown();
        try {
            pool.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
