package io.esimhub.suppliers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A supplier's limit of calls a second, held over all processes by one row. The row remembers when the next call would be due if
 * they came evenly; up to a second's worth may come at once. The database's clock counts.
 */
@Component
class RateLimit {

    private static final String TAKE =
            """
            insert into operations.rate_limits as l (name, next_at) values (?, clock_timestamp() + ? * interval '1 second')
            on conflict (name) do update
            set next_at = greatest(l.next_at, clock_timestamp()) + ? * interval '1 second'
            where l.next_at <= clock_timestamp() + interval '1 second'
            returning next_at""";

    private static final String DUE = "select next_at - interval '1 second' from operations.rate_limits where name = ?";

    private final JdbcTemplate jdbc;

    RateLimit(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty if the call may be made; else when to ask again */
    Optional<Instant> take(String name, int perSecond) {
        if (perSecond <= 0) {
            return Optional.empty();
        }
        double gap = 1.0 / perSecond;
        if (!jdbc.queryForList(TAKE, Timestamp.class, name, gap, gap).isEmpty()) {
            return Optional.empty();
        }
        List<Timestamp> due = jdbc.queryForList(DUE, Timestamp.class, name);
        return due.stream().findFirst().map(Timestamp::toInstant).or(() -> Optional.of(Instant.MAX));
    }
}
