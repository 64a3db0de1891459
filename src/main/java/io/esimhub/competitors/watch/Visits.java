package io.esimhub.competitors.watch;

import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.CompetitorProperties.Competitor;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.MonitorProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The monitor's own threads: so many visits at a time, one a competitor, each interrupted past its deadline. Nobody waits for them, also
 * when the process stops.
 */
@MonitorPart("competitorVisits")
public class Visits {

    private final CompetitorProperties competitors;
    private final Visitor visitor;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Duration deadline;
    private final ScheduledExecutorService threads;
    private final ScheduledExecutorService deadlines;
    private final Map<String, Instant> underWay = new ConcurrentHashMap<>();
    private final Map<String, Visit> last = new ConcurrentHashMap<>();

    Visits(
            CompetitorProperties competitors,
            MonitorProperties settings,
            Visitor visitor,
            MeterRegistry meters,
            Clock clock) {
        this.competitors = competitors;
        this.visitor = visitor;
        this.meters = meters;
        this.clock = clock;
        this.deadline = settings.deadline();
        this.threads = Executors.newScheduledThreadPool(settings.threads(), MonitorThread::of);
        this.deadlines = Executors.newSingleThreadScheduledExecutor(MonitorThread::of);
    }

    /** What became of a wish. */
    public enum Asked {
        ACCEPTED,
        UNDER_WAY,
        STOPPED
    }

    /** The schedule's step: a competitor that is still being visited is left out this time. */
    public void planned(String competitor) {
        ask(competitor, null);
    }

    /** @param by who wants it; null: the schedule */
    public Asked ask(String competitor, String by) {
        Competitor known = Optional.ofNullable(competitors.shops().get(competitor))
                .orElseThrow(() -> new IllegalArgumentException("no competitor " + competitor));
        if (underWay.putIfAbsent(competitor, clock.instant()) != null) {
            return Asked.UNDER_WAY;
        }
        try {
            threads.execute(() -> run(known, by));
            return Asked.ACCEPTED;
        } catch (RejectedExecutionException stopped) {
            underWay.remove(competitor);
            return Asked.STOPPED;
        }
    }

    /** Since when a competitor is being visited, the wait for a thread included. */
    public Optional<Instant> underWay(String competitor) {
        return Optional.ofNullable(underWay.get(competitor));
    }

    /** How the last visit of this process ended, also if the books could not take it; null: none yet. */
    public String lastResult(String competitor) {
        Visit visit = last.get(competitor);
        return visit == null ? null : visit.result() + (visit.detail() == null ? "" : ": " + visit.detail());
    }

    void stop() {
        threads.shutdownNow();
        deadlines.shutdownNow();
    }

    private void run(Competitor competitor, String by) {
        Thread self = Thread.currentThread();
        Future<?> alarm = deadlines.schedule(self::interrupt, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            Visit visit = visitor.visit(competitor, by);
            last.put(competitor.name(), visit);
            meters.counter("hub.competitors.runs", "result", visit.result().name())
                    .increment();
        } finally {
            alarm.cancel(false);
            Thread.interrupted(); // the next visit on this thread has a deadline of its own
            underWay.remove(competitor.name());
        }
    }
}
