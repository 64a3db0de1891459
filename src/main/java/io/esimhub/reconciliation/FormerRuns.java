package io.esimhub.reconciliation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What becomes of a list's earlier planned runs when the next one's turn has come. */
@Component
class FormerRuns {

    /** A planned run of what changed begins where the last one ended, so it does what a failing one was for. Others have windows of their own. */
    private static final String GIVE_WAY =
            """
            update reconciliation.runs set state = 'SUPERSEDED', ended_at = ?, ended_by = 'run ' || ?
            where kind = 'changes' and party = ? and account = ? and state in ('FAILED', 'WAITING') and requested_by = 'schedule' and id < ?
            returning error""";

    private static final String UNDER_WAY =
            """
            select exists (
                select from reconciliation.runs
                where kind = ? and party = ? and account = ? and state = 'RUNNING' and requested_by = 'schedule' and id <> ?)""";

    /** Nobody will go on with it: its work item became a dead letter, or was removed. What a person replayed goes on under its case's key. */
    private static final String ABANDONED =
            """
            update reconciliation.runs r set state = 'FAILED', error = 'nobody goes on with it'
            where r.kind = ? and r.party = ? and r.account = ? and r.state = 'RUNNING' and r.requested_by = 'schedule' and r.id <> ?
              and not exists (
                select from operations.work w
                where w.task_name = 'work' and (w.task_instance = 'reconciliation:' || r.id or w.task_instance in (
                    select 'case:' || k.id from operations.cases k
                    where k.work_queue in ('reconcile-channel', 'reconcile-supplier') and k.work_payload = r.id::text)))""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    FormerRuns(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A planned run that nobody goes on with must not keep the next ones from beginning. */
    void letGoOfAbandoned(Run run) {
        jdbc.update(ABANDONED, run.kind().word(), run.party(), run.account(), run.id());
    }

    /** Ends planned runs that this one makes needless. @return the error of one that failed until now */
    Optional<String> supersede(Run run) {
        return jdbc
                .queryForList(
                        GIVE_WAY,
                        String.class,
                        Timestamp.from(clock.instant()),
                        run.id(),
                        run.party(),
                        run.account(),
                        run.id())
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether another planned run of the same list is still at it. */
    boolean underWay(Run run) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(UNDER_WAY, Boolean.class, run.kind().word(), run.party(), run.account(), run.id()));
    }
}
