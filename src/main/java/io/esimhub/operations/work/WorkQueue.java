package io.esimhub.operations.work;

import io.esimhub.operations.sql.LastWrites;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes items down. Every method joins the transaction it is called in: the item exists exactly if the state that asks for
 * it does.
 */
@Component
public class WorkQueue {

    static final String TASK = "work";

    /** A conflict is no error: the cause is already written down. An error would abort the caller's whole transaction. */
    private static final String INSERT =
            """
            insert into operations.work (task_name, task_instance, task_data, execution_time, picked, version)
            values ('work', ?, ?, ?, false, 1)
            on conflict do nothing""";

    /**
     * The end of a statement whose part {@code cause (key, payload)} says what happened: writes the item down that handles it, due as
     * a safety net. Arguments: the queue, and {@link #safetyNetFrom}. Returns the payload.
     */
    public static final String OF_CAUSE =
            """
            insert into operations.work (task_name, task_instance, task_data, execution_time, picked, version)
            select 'work', cause.key, convert_to(jsonb_build_object('queue', ?::text, 'payload', cause.payload, 'attempts', 0,
                'untouched', true)::text, 'UTF8'), ?, false, 1 from cause
            on conflict do nothing
            returning (select payload from cause)""";

    private static final String DUE_NOW =
            """
            update operations.work set execution_time = ?, version = version + 1
            where task_name = 'work' and task_instance = ? and not picked and execution_time > ?""";

    /** An item that the scheduler holds is removed by the scheduler. */
    static final String DELETE =
            "delete from operations.work where task_name = 'work' and task_instance = ? and not picked";

    private final JdbcTemplate jdbc;
    private final LastWrites lastWrites;
    private final WorkDataSerializer serializer;
    private final ImmediateRuns immediateRuns;
    private final WorkProperties properties;
    private final Clock clock;

    WorkQueue(
            JdbcTemplate jdbc,
            LastWrites lastWrites,
            WorkDataSerializer serializer,
            ImmediateRuns immediateRuns,
            WorkProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.lastWrites = lastWrites;
        this.serializer = serializer;
        this.immediateRuns = immediateRuns;
        this.properties = properties;
        this.clock = clock;
    }

    /** @return false if an item with this key is already there */
    public boolean enqueue(String queue, String key, String payload, Duration delay) {
        return insert(
                key, new WorkData(queue, payload, 0, false), clock.instant().plus(delay));
    }

    /** As {@link #enqueue} without delay; an item of this key that was put off is due now, one that runs is left alone. */
    public void enqueueOrHurry(String queue, String key, String payload) {
        if (!enqueue(queue, key, payload, Duration.ZERO)) {
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.update(DUE_NOW, now, key, now);
        }
    }

    /**
     * The item is only the safety net: after the commit this process runs it at once, if it has a thread to spare.
     *
     * @param parsedPayload spares the immediate run a second reading; may be null
     */
    public void enqueueAndRun(String queue, String key, String payload, Object parsedPayload) {
        Instant now = clock.instant();
        if (insert(key, untouched(queue, payload), now.plus(properties.safetyNet()))) {
            run(queue, key, payload, parsedPayload, now);
        }
    }

    /** When an item that is written down now with {@link #OF_CAUSE} is due, if nobody runs it before. */
    public Timestamp safetyNetFrom(Instant now) {
        return Timestamp.from(now.plus(properties.safetyNet()));
    }

    /**
     * Runs an item in this process that was just written down with {@link #OF_CAUSE}; after the commit, if there is a transaction.
     *
     * @param writtenAt what its safety net counts from
     */
    public void run(String queue, String key, String payload, Object parsedPayload, Instant writtenAt) {
        WorkItem item = new WorkItem(queue, key, untouched(queue, payload), true, parsedPayload);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            immediateRuns.offer(item, writtenAt);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                immediateRuns.offer(item, writtenAt);
            }
        });
    }

    /**
     * Removes the item in the caller's last transaction, sparing it one of its own. An item that the scheduler holds is removed
     * by the scheduler after the run.
     */
    public void finish(WorkItem item) {
        if (item.immediate()) {
            lastWrites.add(DELETE, item.key());
        }
        item.markFinished();
    }

    private static WorkData untouched(String queue, String payload) {
        return new WorkData(queue, payload, 0, true);
    }

    private boolean insert(String key, WorkData data, Instant due) {
        return jdbc.update(INSERT, key, serializer.serialize(data), Timestamp.from(due)) == 1;
    }
}
