package io.esimhub.reconciliation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of runs. Whoever changes one says what he found, so that two never go on with the same run. */
@Component
class Runs {

    private static final String WISH =
            """
            insert into reconciliation.runs (kind, party, account, cause, requested_by, requested_at, window_from, window_to)
            values (?, ?, ?, coalesce(?, 'wish:' || gen_random_uuid()), ?, ?, ?, ?)
            on conflict (kind, party, account, cause) do nothing
            returning id""";

    private static final String FIND = "select " + RunRow.COLUMNS + " from reconciliation.runs where id = ?";

    private static final String LOCK_RUNNING =
            "select true from reconciliation.runs where id = ? and state = 'RUNNING' for update";

    private static final String START =
            """
            update reconciliation.runs
            set state = 'RUNNING', started_at = coalesce(started_at, ?), window_from = ?, window_to = ?
            where id = ? and ended_at is null""";

    private static final String BEGIN_LATER =
            """
            update reconciliation.runs set window_from = ?
            where id = ? and state = 'RUNNING' and position is null and window_from < ? and window_to > ?""";

    /**
     * A list that comes in one piece keeps its position: what was compared tells its parts apart. What failed before lies behind it only when
     * the position is another one.
     */
    private static final String TURN_PAGE =
            """
            update reconciliation.runs
            set position = ?, compared = compared + ?, found = found + ?, newest = greatest(newest, ?),
                error = case when position is distinct from ? then null else error end
            where id = ? and state = 'RUNNING' and position is not distinct from ? and compared = ?""";

    /** The second failure without a page between: where it stands may be the trouble, so it begins anew. Until then it is under way. */
    private static final String FAILED =
            """
            update reconciliation.runs r
            set state = case when before.error is null and r.position is not null then 'RUNNING' else 'FAILED' end, error = ?, position = case when before.error is null then r.position end,
                compared = case when before.error is null then r.compared else 0 end
            from (select id, error from reconciliation.runs where id = ? and state = 'RUNNING' for update) before
            where r.id = before.id
            returning before.error is null and r.position is not null""";

    private static final String END =
            """
            update reconciliation.runs set state = ?, ended_at = ?, ended_by = ?, position = null,
                error = case when ? = 'DONE' then null else coalesce(?, error) end
            where id = ? and ended_at is null""";

    private static final String FORGET =
            """
            with old as (
                select id from reconciliation.runs where ended_at < ?
                  and not exists (select from reconciliation.breaks b where b.run_id = runs.id and b.ended_at is null)
                  and not exists (select from reconciliation.supplier_orders o where o.run_id = runs.id)
            ), gone as (
                delete from reconciliation.breaks where run_id in (select id from old)
            )
            delete from reconciliation.runs where id in (select id from old)""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Runs(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param cause null: one of its own
     * @param window empty: it is known when the run begins
     * @return empty if there is a run for this cause already
     */
    Optional<Long> wish(RunKind kind, Listed of, String cause, String by, Optional<Window> window) {
        return jdbc
                .queryForList(
                        WISH,
                        Long.class,
                        kind.word(),
                        of.party(),
                        of.account(),
                        cause,
                        by,
                        now(),
                        window.map(Window::from).map(Timestamp::from).orElse(null),
                        window.map(Window::to).map(Timestamp::from).orElse(null))
                .stream()
                .findFirst();
    }

    Optional<Run> find(long id) {
        return jdbc.query(FIND, RunRow::run, id).stream().findFirst();
    }

    /** Until the end of the transaction it stays as it is. @return false if it was cancelled */
    boolean lockRunning(Run run) {
        return !jdbc.queryForList(LOCK_RUNNING, Boolean.class, run.id()).isEmpty();
    }

    void start(Run run) {
        jdbc.update(
                START,
                now(),
                Timestamp.from(run.from().orElseThrow()),
                Timestamp.from(run.to().orElseThrow()),
                run.id());
    }

    /** @return false if the run was cancelled, or somebody else has turned this page */
    boolean turnPage(Run run, Optional<String> next, int compared, int found, Optional<Instant> newest) {
        return jdbc.update(
                        TURN_PAGE,
                        next.orElse(null),
                        compared,
                        found,
                        newest.map(Timestamp::from).orElse(null),
                        next.orElse(null),
                        run.id(),
                        run.position().orElse(null),
                        run.compared())
                == 1;
    }

    /** Leaves the front of its window out. @return false if nothing of it would be left, or a page of it was read already */
    boolean beginLater(Run run, Timestamp from) {
        return jdbc.update(BEGIN_LATER, from, run.id(), from, from) == 1;
    }

    /** @return it had got further since it last failed, and goes on there */
    boolean failed(Run run, String error) {
        return jdbc.queryForList(FAILED, Boolean.class, error, run.id()).contains(true);
    }

    /** @return false if it had ended already */
    boolean end(long run, String state, String by, String why) {
        boolean ended = jdbc.update(END, state, now(), by, state, why, run) == 1;
        jdbc.update("delete from reconciliation.listed where run_id = ?", run);
        return ended;
    }

    /** What ended before, unless something that it found is still open. */
    void forget(Instant before) {
        jdbc.update(FORGET, Timestamp.from(before));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
