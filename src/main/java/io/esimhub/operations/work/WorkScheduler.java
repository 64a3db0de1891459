package io.esimhub.operations.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * db-scheduler, wrapped: one scheduler a process with one task type, so that processes of different versions can share the
 * table. Starts when the routes run, stops before they do.
 */
@Component
class WorkScheduler implements SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);
    private static final Duration KEEP_UNKNOWN_TASKS = Duration.ofDays(3650);

    private final Scheduler scheduler;
    private final WorkRunner runner;
    private final RetryDecision retries;
    private final ImmediateRuns immediateRuns;
    private volatile boolean running;

    WorkScheduler(
            DataSource dataSource,
            WorkDataSerializer serializer,
            WorkRunner runner,
            RetryDecision retries,
            ImmediateRuns immediateRuns,
            WorkProperties properties,
            Clock clock) {
        this.runner = runner;
        this.retries = retries;
        this.immediateRuns = immediateRuns;
        CustomTask<WorkData> task = Tasks.custom(WorkQueue.TASK, WorkData.class)
                .onDeadExecution(this::afterDeath)
                .execute((instance, context) -> run(instance));
        this.scheduler = Scheduler.create(dataSource, task)
                .schedulerName(new SchedulerName.Fixed(processName()))
                .tableName("operations.work")
                .serializer(serializer)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(properties.pollInterval())
                .threads(properties.threads())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                .deleteUnresolvedAfter(KEEP_UNKNOWN_TASKS)
                .clock(clock::instant)
                .build();
    }

    /** Names the process in the table, so that two on one machine can be told apart. */
    private static String processName() {
        return new SchedulerName.Hostname().getName() + "/"
                + ProcessHandle.current().pid();
    }

    private CompletionHandler<WorkData> run(TaskInstance<WorkData> instance) {
        WorkData data = instance.getData();
        // the immediate run should have ended, or said why it waits: its process died with it
        WorkData counted = data.untouched() ? data.afterFailure() : data;
        Verdict verdict = runner.run(new WorkItem(counted.queue(), instance.getId(), counted, false, null));
        return verdict instanceof Verdict.Again again
                ? (complete, operations) -> operations.reschedule(complete, again.due(), again.data())
                : new CompletionHandler.OnCompleteRemove<>();
    }

    /** A process died in the middle of a run. That counts: an item that kills its process must not do so for ever. */
    private void afterDeath(ExecutionComplete complete, ExecutionOperations<WorkData> operations) {
        @SuppressWarnings("unchecked")
        TaskInstance<WorkData> instance = complete.getExecution().taskInstance;
        Verdict verdict = retries.afterFailure(
                instance.getId(),
                instance.getData(),
                new WorkResult.Failed(new IllegalStateException("the process died during this run"), false));
        if (verdict instanceof Verdict.Again again) {
            operations.reschedule(complete, again.due(), again.data());
        } else {
            operations.remove();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void startWhenRoutesRun() {
        scheduler.start();
        running = true;
    }

    @Override
    public void start() {
        // started by the event: items must not come before the routes that run them
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
        immediateRuns.drain();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before Camel, whose phase is the highest but one hundred. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
