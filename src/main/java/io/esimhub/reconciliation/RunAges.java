package io.esimhub.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Shows how long ago each channel's list was last compared to its end, as {@code hub_reconciliation_age_seconds}; NaN: never. A schedule that
 * does not fire leaves no other trace.
 */
@Component
class RunAges {

    private static final String LAST =
            """
            select max(ended_at) from reconciliation.runs
            where kind = 'changes' and party = ? and account = ? and state = 'DONE'""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    RunAges(RunRequests requests, JdbcTemplate jdbc, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        requests.lists(RunKind.CHANGES).forEach(list -> Gauge.builder("hub.reconciliation.age", () -> age(list))
                .tag("party", list.party())
                .tag("account", list.account())
                .baseUnit("seconds")
                .register(meters));
    }

    private double age(Listed list) {
        Timestamp last = jdbc.queryForObject(LAST, Timestamp.class, list.party(), list.account());
        return last == null
                ? Double.NaN
                : Duration.between(last.toInstant(), clock.instant()).toSeconds();
    }
}
