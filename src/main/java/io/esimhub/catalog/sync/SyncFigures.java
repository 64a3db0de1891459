package io.esimhub.catalog.sync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the operators' graphs show of every supplier with a list: {@code hub.catalog.sync.age} (seconds since the last list that was
 * believed was asked for; NaN if none ever was) and {@code hub.catalog.offers} (offers in it that can be ordered).
 */
@Component("catalogFigures")
class SyncFigures {

    private static final String FIGURES =
            """
            select s.supplier,
                (select max(r.started_at) from catalog.sync_runs r where r.supplier = s.supplier and r.outcome = 'MERGED'),
                (select count(*) from catalog.supplier_offers o
                    where o.supplier = s.supplier and o.available and o.vanished_at is null)
            from unnest(?::text[]) s (supplier)""";

    private record Figure(Optional<Instant> lastSync, long offers) {}

    private final Map<String, Figure> figures = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;
    private final SyncRequests requests;
    private final Clock clock;

    SyncFigures(JdbcTemplate jdbc, SyncRequests requests, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.clock = clock;
        requests.listing().forEach(supplier -> {
            Gauge.builder("hub.catalog.sync.age", () -> age(supplier))
                    .tag("supplier", supplier)
                    .baseUnit("seconds")
                    .register(meters);
            Gauge.builder("hub.catalog.offers", () -> offers(supplier))
                    .tag("supplier", supplier)
                    .register(meters);
        });
    }

    /** Looks into the database; the graphs show the last look. */
    public void measure() {
        jdbc.query(
                FIGURES,
                row -> {
                    figures.put(
                            row.getString(1),
                            new Figure(
                                    Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant),
                                    row.getLong(3)));
                },
                (Object) requests.listing().toArray(String[]::new));
    }

    private double age(String supplier) {
        return Optional.ofNullable(figures.get(supplier))
                .flatMap(Figure::lastSync)
                .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private double offers(String supplier) {
        return Optional.ofNullable(figures.get(supplier))
                .map(figure -> (double) figure.offers())
                .orElse(Double.NaN);
    }
}
