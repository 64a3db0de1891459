package io.esimhub.reconciliation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far planned runs have read each list, taken from the runs themselves. */
@Component
class RunCursors {

    /**
     * By the channel's own times, as far as it said any: a shop where nothing happens would have an ever longer window. What people ask for
     * may leave gaps.
     */
    private static final String READ_UNTIL =
            """
            select greatest(max(least(newest, window_to)), max(window_to) - interval '1 day') from reconciliation.runs
            where kind = ? and party = ? and account = ? and state = 'DONE' and requested_by = 'schedule'""";

    private static final String PLANNED_UNTIL =
            """
            select max(window_to) from reconciliation.runs
            where kind = ? and party = ? and account = ? and state = 'DONE' and requested_by = 'schedule'""";

    private static final String WAITING =
            """
            select exists (
                select from reconciliation.runs where kind = ? and party = ? and account = ? and state = 'WAITING')""";

    private final JdbcTemplate jdbc;

    RunCursors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How far the lists of the planned runs were read. */
    Optional<Instant> readUntil(Run run) {
        return Optional.ofNullable(jdbc.queryForObject(
                        READ_UNTIL, Timestamp.class, run.kind().word(), run.party(), run.account()))
                .map(Timestamp::toInstant);
    }

    /** Whether a run of this list has not begun yet. */
    boolean waiting(RunKind kind, Listed of) {
        return Boolean.TRUE.equals(jdbc.queryForObject(WAITING, Boolean.class, kind.word(), of.party(), of.account()));
    }

    /** The end of the latest window that planned runs have compared. */
    Optional<Instant> plannedUntil(RunKind kind, Listed of) {
        return Optional.ofNullable(
                        jdbc.queryForObject(PLANNED_UNTIL, Timestamp.class, kind.word(), of.party(), of.account()))
                .map(Timestamp::toInstant);
    }
}
