package io.esimhub.competitors.watch;

import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.MonitorProperties;
import io.esimhub.competitors.store.Store;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Starts the monitor once everything else is ready, on a thread of its own, and stops it before anything else. What keeps it from
 * starting is said here and tried again; the process around it does not notice.
 */
@MonitorPart
public class Monitor {

    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);

    private final ApplicationContext process;
    private final CompetitorProperties competitors;
    private final Store store;
    private final Schedule schedule;
    private final Visits visits;
    private final Duration retry;
    private final ScheduledExecutorService starter = Executors.newSingleThreadScheduledExecutor(MonitorThread::of);
    private volatile String down = "The monitor has not started yet.";

    Monitor(
            ApplicationContext process,
            CompetitorProperties competitors,
            Store store,
            Schedule schedule,
            Visits visits,
            MonitorProperties settings) {
        this.process = process;
        this.competitors = competitors;
        this.store = store;
        this.schedule = schedule;
        this.visits = visits;
        this.retry = settings.retry();
    }

    /** Why it does not run; null if it does. */
    public String down() {
        return down;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void everythingElseIsReady(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() == process) {
            starter.execute(this::start);
        }
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void everythingElseStopsNext(ContextClosedEvent closed) {
        if (closed.getApplicationContext() == process) {
            stop();
        }
    }

    private void start() {
        try {
            CompetitorNames.check(competitors.shops().keySet());
            store.size();
            schedule.begin();
            down = null;
            LOG.info(
                    "the price monitor watches {} competitors",
                    competitors.shops().size());
        } catch (Throwable failure) { // whatever it is, it is the monitor's own
            down = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            LOG.error("the price monitor cannot start and tries again in {}: {}", retry, down);
            again();
        }
    }

    private void again() {
        try {
            starter.schedule(this::start, retry.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("the monitor stops", stopped);
        }
    }

    private void stop() {
        down = "The monitor has stopped.";
        starter.shutdownNow();
        visits.stop();
        try {
            schedule.end();
            store.close();
        } catch (org.quartz.SchedulerException | RuntimeException e) { // others stop after it
            LOG.warn("the monitor cannot be stopped in order", e);
        }
    }
}
