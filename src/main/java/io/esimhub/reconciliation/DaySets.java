package io.esimhub.reconciliation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The set of a day's orders as the channel shows it, against ours. In the caller's transaction. */
@Component
class DaySets {

    private static final String LISTED =
            """
            insert into reconciliation.listed (run_id, external_id) select ?, unnest(?::text[])
            on conflict do nothing""";

    /** Nothing is done for ignored orders, so it does not matter where they are. */
    private static final String NOT_LISTED =
            """
            select o.id, o.external_id, o.placed_at from retail.orders o
            where o.channel = ? and o.shop = ? and o.placed_at >= ? and o.placed_at < ? and o.ignored is null
              and not exists (
                select from reconciliation.listed l where l.run_id = ? and l.external_id = o.external_id)
            order by o.id""";

    /** Windows end with a millisecond. */
    private static final Duration LAST = Duration.ofMillis(1);

    /** Channels cut fractions of a second off. */
    private static final Duration EDGE = Duration.ofSeconds(1);

    private final JdbcTemplate jdbc;
    private final Breaks breaks;

    DaySets(JdbcTemplate jdbc, Breaks breaks) {
        this.jdbc = jdbc;
        this.breaks = breaks;
    }

    /** What the channel is asked for: a little more than what is compared, so that no moment around midnight is in no day's set. */
    static Window asked(Window day) {
        return new Window(day.from().minus(EDGE), day.to().plus(EDGE));
    }

    void listed(Run run, Stream<String> externalIds) {
        jdbc.update(LISTED, run.id(), externalIds.toArray(String[]::new));
    }

    private record Ours(long id, String externalId, Instant placedAt) {}

    /** Only once the whole list was read. What a channel does not show is not called deleted: a person looks at it. */
    void notListed(Run run) {
        List<Ours> missing = jdbc.query(
                NOT_LISTED,
                (row, n) -> new Ours(
                        row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant()),
                run.party(),
                run.account(),
                Timestamp.from(run.from().orElseThrow()),
                Timestamp.from(run.to().orElseThrow().plus(LAST)),
                run.id());
        missing.stream()
                .map(DaySets::difference)
                .filter(difference -> !breaks.known(run, difference))
                .forEach(difference ->
                        breaks.open(run, difference, "the channel's list of that day does not show this order"));
    }

    private static Difference difference(Ours ours) {
        return new Difference(
                DifferenceKind.NOT_AT_CHANNEL,
                ours.externalId(),
                Optional.of(ours.id()),
                Optional.empty(),
                Map.of("there", "not in the list", "here", "placed " + ours.placedAt()),
                Optional.empty());
    }
}
