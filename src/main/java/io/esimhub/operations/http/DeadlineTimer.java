package io.esimhub.operations.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Ends calls that last too long. One thread for all of them: what it does never waits. */
@Component
public class DeadlineTimer implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, run -> {
        Thread thread = new Thread(run, "call-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    DeadlineTimer() {
        // a call that was answered must not be held in memory until its deadline
        timer.setRemoveOnCancelPolicy(true);
    }

    Future<?> in(Duration time, Runnable action) {
        return timer.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
