package io.esimhub.operations.rates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A limit of calls in a time, held over all processes by one row. The row remembers when the next call would be due if they came evenly;
 * up to one period's worth may come at once. The database's clock counts.
 */
public class RateLimit {

    /** One row with null if the call may be made; else how many seconds too early it is. */
    private static final String TAKE =
            """
            with wish as (
                select name, gap, greatest(period, gap) as reserve
                from (select ?::text as name, ?::double precision * interval '1 second' as gap, ?::double precision * interval '1 second'
                    as period) asked),
            taken as (
                insert into operations.rate_limits as l (name, next_at)
                select name, clock_timestamp() + gap from wish
                on conflict (name) do update
                set next_at = greatest(l.next_at, clock_timestamp()) + (select gap from wish)
                where l.next_at + (select gap from wish) <= clock_timestamp() + (select reserve from wish)
                returning name)
            select case when not exists (select from taken) then coalesce((
                select extract(epoch from l.next_at + gap - reserve - clock_timestamp())
                from operations.rate_limits l where l.name = wish.name), 0) end::double precision
            from wish""";

    private static final long LEAST_MILLIS = 10;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /**
     * @param jdbc over connections of its own. Inside the caller's transaction the row would stay locked for all others until that one
     *     ends, and a second connection of the caller's pool might never come free while everybody waits for one
     */
    public RateLimit(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param perPeriod calls in the period; 0 is no limit
     * @param cost how many of them this call counts for
     * @return empty if the call may be made; else when to ask again, on this process's clock
     */
    public Optional<Instant> take(String name, Duration period, int perPeriod, int cost) {
        if (perPeriod <= 0) {
            return Optional.empty();
        }
        double seconds = period.toMillis() / 1000.0;
        Double early = jdbc.queryForObject(TAKE, Double.class, name, cost * seconds / perPeriod, seconds);
        return Optional.ofNullable(early).map(this::inSeconds);
    }

    private Instant inSeconds(double seconds) {
        return clock.instant().plus(Duration.ofMillis(Math.max(LEAST_MILLIS, (long) Math.ceil(seconds * 1000))));
    }
}
