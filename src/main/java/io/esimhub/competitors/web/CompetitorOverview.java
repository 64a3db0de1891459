package io.esimhub.competitors.web;

import io.esimhub.competitors.CompetitorProperties.Competitor;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.MonitorProperties;
import io.esimhub.competitors.ours.OurProducts;
import io.esimhub.competitors.store.Statement;
import io.esimhub.competitors.store.Store;
import io.esimhub.competitors.store.StoreDown;
import io.esimhub.competitors.store.Times;
import io.esimhub.competitors.watch.Monitor;
import io.esimhub.competitors.watch.Schedule;
import io.esimhub.competitors.watch.Visits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /api/v1/ops/competitors}: it answers also when the books are away, and says so. */
@MonitorPart("competitorOverview")
class CompetitorOverview {

    private final KnownCompetitors known;
    private final MonitorProperties settings;
    private final Store store;
    private final Monitor monitor;
    private final Schedule schedule;
    private final Visits visits;
    private final OurProducts ours;
    private final Clock clock;

    CompetitorOverview(
            KnownCompetitors known,
            MonitorProperties settings,
            Store store,
            Monitor monitor,
            Schedule schedule,
            Visits visits,
            OurProducts ours,
            Clock clock) {
        this.known = known;
        this.settings = settings;
        this.store = store;
        this.monitor = monitor;
        this.schedule = schedule;
        this.visits = visits;
        this.ours = ours;
        this.clock = clock;
    }

    public Map<String, Object> show() {
        Map<String, Object> answer = new LinkedHashMap<>();
        Map<String, Map<String, Object>> rows = new HashMap<>();
        String storeDown = null;
        Long size = null;
        try {
            size = store.size();
            store.query(Statement.of("overview")).forEach(row -> rows.put((String) row.get("competitor"), row));
        } catch (StoreDown down) {
            storeDown = down.getMessage();
        }
        String down = monitor.down() == null ? storeDown : monitor.down();
        answer.put("state", down == null ? "UP" : "DOWN");
        answer.put("reason", down);
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("type", settings.store().type());
        kept.put("bytes", size);
        answer.put("store", kept);
        answer.put("ourProducts", ours.trouble() == null ? "as the hub shows them" : "last known: " + ours.trouble());
        answer.put(
                "competitors",
                known.all().stream()
                        .map(competitor -> entry(competitor, rows.getOrDefault(competitor.name(), Map.of())))
                        .toList());
        return answer;
    }

    private Map<String, Object> entry(Competitor competitor, Map<String, Object> row) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", competitor.name());
        entry.put("enabled", competitor.enabled());
        entry.put("cron", competitor.cron());
        entry.put("zone", competitor.zone().getId());
        entry.put("next", schedule.next(competitor).orElse(null));
        entry.put("underWaySince", visits.underWay(competitor.name()).orElse(null));
        for (String column : List.of("lastRunAt", "lastResult", "lastDetail", "plans")) {
            entry.put(column, row.get(column));
        }
        entry.put("lastInThisProcess", visits.lastResult(competitor.name()));
        Instant good = Times.instant(row.get("goodAt"));
        entry.put("valuesOf", good);
        entry.put(
                "valuesAgeSeconds",
                good == null ? null : Duration.between(good, clock.instant()).toSeconds());
        entry.put("drift", "DRIFT".equals(row.get("lastResult")));
        return entry;
    }
}
