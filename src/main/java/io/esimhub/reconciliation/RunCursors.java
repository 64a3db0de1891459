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
     * By the channel's own times, as far as it said any: a shop where nothing happens would have an ever longer window. A list that was
     * empty says nothing ({@code least} alone would take the window's end, which is by our clock). What people ask for may leave gaps.
     */
    private static final String READ_UNTIL =
            """
            select greatest(max(case when newest is not null then least(newest, window_to) end), max(window_to) - interval '1 day')
            from reconciliation.runs
            where kind = ? and party = ? and account = ? and state = 'DONE' and requested_by = 'schedule'""";

    private static final String PLANNED_UNTIL =
            """
            select max(window_to) from reconciliation.runs
            where kind = ? and party = ? and account = ? and state = 'DONE' and requested_by = 'schedule'""";

    /** One whose work item is gone will never begin. */
    private static final String WAITING =
            """
            select exists (
                select from reconciliation.runs r
                join operations.work w on w.task_name = 'work' and w.task_instance = 'reconciliation:' || r.id
                where r.kind = ? and r.party = ? and r.account = ? and r.state = 'WAITING' and r.requested_by = 'schedule')""";

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

    /** Whether a planned run of this list has not begun yet, and will: people's have windows of their own. */
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
