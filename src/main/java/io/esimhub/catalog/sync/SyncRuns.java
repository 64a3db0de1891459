package io.esimhub.catalog.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The runs' rows. */
@Component
class SyncRuns {

    private static final String WISH =
            """
            insert into catalog.sync_runs (supplier, cause, requested_by, requested_at, accept_loss)
            values (?, coalesce(?, 'wish:' || gen_random_uuid()), ?, ?, ?)
            on conflict (supplier, cause) do nothing
            returning id""";

    private static final String FIND =
            "select id, supplier, accept_loss, ended_at is not null, error, started_at from catalog.sync_runs where id = ?";

    /** A later wish that allows at least as much makes this one needless. */
    private static final String OVERTAKEN =
            """
            select exists (
                select from catalog.sync_runs n join catalog.sync_runs o on o.supplier = n.supplier and o.id = ?
                where n.id > o.id and n.outcome <> 'NOT_BELIEVED' and n.outcome <> 'SUPERSEDED'
                    and (n.accept_loss or not o.accept_loss))""";

    /** A list that was asked for later is newer, whenever it arrived. */
    private static final String NEWER_MERGED =
            """
            select exists (
                select from catalog.sync_runs where supplier = ? and outcome = 'MERGED' and started_at > ?)""";

    private static final String START =
            "update catalog.sync_runs set outcome = 'RUNNING', started_at = ? where id = ? and ended_at is null";

    private static final String SUPERSEDE =
            """
            update catalog.sync_runs set outcome = 'SUPERSEDED', ended_at = ?
            where supplier = ? and id < ? and outcome = 'FAILED' and (? or not accept_loss)
            returning error""";

    private static final String FAILED =
            "update catalog.sync_runs set outcome = 'FAILED', error = ? where id = ? and ended_at is null";

    private static final String END =
            """
            update catalog.sync_runs set outcome = ?, ended_at = ?, error = ?, counts = ?::jsonb, changes = ?::jsonb
            where id = ? and ended_at is null""";

    private static final String FORGET =
            """
            delete from catalog.sync_runs r
            where r.supplier = ? and r.ended_at < ?
                and not exists (select from catalog.cost_history h where h.run_id = r.id)
                and r.id <> all (
                    select max(l.id) from catalog.sync_runs l where l.supplier = r.supplier group by l.outcome)""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final CatalogSyncProperties properties;
    private final Clock clock;

    SyncRuns(JdbcTemplate jdbc, ObjectMapper json, CatalogSyncProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param cause null: one of its own
     * @return empty if there is a run for this cause already
     */
    Optional<Long> wish(String supplier, String cause, String by, boolean acceptLoss) {
        return jdbc.queryForList(WISH, Long.class, supplier, cause, by, now(), acceptLoss).stream()
                .findFirst();
    }

    Optional<SyncRun> find(long id) {
        return jdbc
                .query(
                        FIND,
                        (row, n) -> new SyncRun(
                                row.getLong(1),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getBoolean(4),
                                row.getString(5),
                                Optional.ofNullable(row.getTimestamp(6))
                                        .map(Timestamp::toInstant)
                                        .orElse(null)),
                        id)
                .stream()
                .findFirst();
    }

    boolean overtaken(SyncRun run) {
        return Boolean.TRUE.equals(jdbc.queryForObject(OVERTAKEN, Boolean.class, run.id()));
    }

    boolean newerMerged(SyncRun run) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(NEWER_MERGED, Boolean.class, run.supplier(), Timestamp.from(run.startedAt())));
    }

    SyncRun start(SyncRun run) {
        Instant at = clock.instant();
        jdbc.update(START, Timestamp.from(at), run.id());
        return run.startedAt(at);
    }

    /** Ends earlier runs that wait for another try, and answers with the error of one of them. */
    Optional<String> supersede(SyncRun run) {
        return jdbc.queryForList(SUPERSEDE, String.class, now(), run.supplier(), run.id(), run.lossAccepted()).stream()
                .findFirst();
    }

    /** The work queue tries again. */
    void failed(SyncRun run, String error) {
        jdbc.update(FAILED, error, run.id());
    }

    void end(SyncRun run, String outcome, String error, SyncReport report) {
        jdbc.update(
                END,
                outcome,
                now(),
                error,
                SyncReport.json(report.counts(), json),
                SyncReport.json(report.changes(), json),
                run.id());
        jdbc.update(FORGET, run.supplier(), Timestamp.from(clock.instant().minus(properties.keep())));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
