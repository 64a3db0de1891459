package io.esimhub.operations.work;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Runs an item, and says what becomes of it. The only place where a failure turns into a retry or a case. */
@Component
class WorkRunner {

    private static final Logger LOG = LoggerFactory.getLogger(WorkRunner.class);
    private static final Duration NO_ROUTE_HERE = Duration.ofSeconds(30);

    private static final String RESCHEDULE =
            """
            update operations.work set execution_time = ?, task_data = ?, version = version + 1
            where task_name = 'work' and task_instance = ? and not picked""";

    private final WorkHandlers handlers;
    private final RetryDecision retries;
    private final JdbcTemplate jdbc;
    private final WorkDataSerializer serializer;
    private final MeterRegistry meters;
    private final Clock clock;

    WorkRunner(
            WorkHandlers handlers,
            RetryDecision retries,
            JdbcTemplate jdbc,
            WorkDataSerializer serializer,
            MeterRegistry meters,
            Clock clock) {
        this.handlers = handlers;
        this.retries = retries;
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.meters = meters;
        this.clock = clock;
    }

    /** A run by the process that wrote the item down; its row is still due later. */
    void runNow(WorkItem item) {
        try {
            Verdict verdict = run(item);
            if (verdict instanceof Verdict.Again again) {
                reschedule(item.key(), again.due(), again.data());
            } else if (!item.finished()) {
                jdbc.update(WorkQueue.DELETE, item.key());
            }
        } catch (DataAccessException e) {
            // the row stands as it was written, and the scheduler will find it
            LOG.warn(
                    "The work item {} could not be brought up to date: {}",
                    item,
                    e.getClass().getSimpleName());
        }
    }

    /** Gives an item that got no thread here to the scheduler at once. */
    void release(WorkItem item) {
        WorkData data = new WorkData(item.queue(), item.payload(), item.attempts(), false);
        try {
            reschedule(item.key(), clock.instant(), data);
        } catch (DataAccessException e) {
            LOG.warn(
                    "The work item {} stays until its safety net: {}",
                    item,
                    e.getClass().getSimpleName());
        }
    }

    Verdict run(WorkItem item) {
        WorkData data = new WorkData(item.queue(), item.payload(), item.attempts(), false);
        WorkHandler handler = handlers.of(item.queue()).orElse(null);
        if (handler == null) {
            return new Verdict.Again(clock.instant().plus(NO_ROUTE_HERE), data);
        }
        WorkResult result = handler.run(item);
        meters.counter(
                        "hub.work.runs",
                        "queue",
                        item.queue(),
                        "result",
                        result.getClass().getSimpleName())
                .increment();
        if (result instanceof WorkResult.Later later) {
            return new Verdict.Again(later.until(), data);
        }
        if (result instanceof WorkResult.Failed failed) {
            return retries.afterFailure(item.key(), data, failed);
        }
        return new Verdict.Over();
    }

    private void reschedule(String key, Instant due, WorkData data) {
        jdbc.update(RESCHEDULE, Timestamp.from(due), serializer.serialize(data), key);
    }
}
