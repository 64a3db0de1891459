package io.esimhub.competitors.watch;

import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.MonitorProperties;
import io.esimhub.competitors.position.AlertPlan;
import io.esimhub.competitors.position.AlertPlan.Key;
import io.esimhub.competitors.position.AlertPlan.Undercut;
import io.esimhub.competitors.position.Position;
import io.esimhub.competitors.position.Price;
import io.esimhub.competitors.store.Statement;
import io.esimhub.competitors.store.Store;
import io.esimhub.competitors.store.Times;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who asks less than we do by more than the threshold: a row and one line in the log when it begins, a time when it ends. */
@MonitorPart
class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final int BATCH = 100;

    private final Store store;
    private final Clock clock;
    private final BigDecimal threshold;
    private final AtomicInteger open;

    Alerts(Store store, Clock clock, MonitorProperties settings, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.threshold = settings.alerts().undercut();
        this.open = meters.gauge("hub.competitors.alerts", new AtomicInteger());
    }

    /** @param positions at least every one where somebody asks less than we do */
    void follow(List<Position> positions) {
        AlertPlan plan = AlertPlan.of(openAlerts(), positions, threshold);
        String now = Times.text(clock.instant());
        List<Statement> statements = new ArrayList<>();
        plan.closed().forEach(id -> statements.add(Statement.of("alert-close", now, id)));
        plan.still().forEach(undercut -> statements.add(seen(undercut, now)));
        plan.opened().forEach(undercut -> statements.add(opened(undercut, now)));
        for (int from = 0; from < statements.size(); from += BATCH) {
            store.write(statements.subList(from, Math.min(statements.size(), from + BATCH)));
        }
        open.set(plan.still().size() + plan.opened().size());
        plan.opened()
                .forEach(undercut -> LOG.warn(
                        "{} asks {} % less than we do for {}: {} instead of {}",
                        undercut.key().competitor(),
                        undercut.percent(),
                        undercut.key().sku(),
                        text(undercut.theirs()),
                        text(undercut.ours())));
    }

    private Map<Key, Long> openAlerts() {
        Map<Key, Long> alerts = new HashMap<>();
        store.query(Statement.of("alerts-open"))
                .forEach(row -> alerts.put(
                        new Key((String) row.get("sku"), (String) row.get("competitor")),
                        ((Number) row.get("id")).longValue()));
        return alerts;
    }

    private static Statement opened(Undercut undercut, String now) {
        return Statement.of(
                "alert-new",
                undercut.key().sku(),
                undercut.key().competitor(),
                undercut.externalId(),
                text(undercut.ours()),
                text(undercut.theirs()),
                undercut.percent(),
                now,
                now);
    }

    private static Statement seen(Undercut undercut, String now) {
        return Statement.of(
                "alert-seen",
                undercut.externalId(),
                text(undercut.ours()),
                text(undercut.theirs()),
                undercut.percent(),
                now,
                undercut.key().sku(),
                undercut.key().competitor());
    }

    private static String text(Price price) {
        return price.amount() + " " + price.currency();
    }
}
