package io.esimhub.competitors.web;

import io.esimhub.competitors.CompetitorProperties.Competitor;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.watch.Monitor;
import io.esimhub.competitors.watch.Visits;
import io.esimhub.operations.web.Problem;
import java.time.Duration;
import java.util.Map;

/** {@code POST /api/v1/ops/competitors/{name}/run}. */
@MonitorPart("competitorWishes")
class CompetitorWishes {

    private static final Duration RETRY = Duration.ofSeconds(60);

    private final KnownCompetitors known;
    private final Visits visits;
    private final Monitor monitor;

    CompetitorWishes(KnownCompetitors known, Visits visits, Monitor monitor) {
        this.known = known;
        this.visits = visits;
        this.monitor = monitor;
    }

    /** @throws Problem 404, 409 if it is switched off or being visited, 503 if the monitor does not run */
    public Map<String, Object> run(String name, String operator) {
        Competitor competitor = known.named(name);
        if (!competitor.enabled()) {
            throw Problem.conflict("competitor-off", "This competitor is switched off in the settings.");
        }
        String down = monitor.down();
        if (down != null) {
            throw Problem.unavailable("monitor-down", down, RETRY);
        }
        return switch (visits.ask(competitor.name(), operator)) {
            case ACCEPTED -> Map.of("competitor", competitor.name(), "accepted", true);
            case UNDER_WAY ->
                throw Problem.conflict(
                        "visit-under-way", "This competitor is being visited. See its runs for how that ends.");
            case STOPPED -> throw Problem.unavailable("monitor-down", "The monitor has stopped.", RETRY);
        };
    }
}
