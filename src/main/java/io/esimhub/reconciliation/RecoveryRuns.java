package io.esimhub.reconciliation;

import io.esimhub.fulfillment.Recovery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The runs of a recovery: how far they are, and what a person decides about one that does not end. */
@Component
class RecoveryRuns {

    private static final String NONE =
            "select not exists (select from reconciliation.runs where cause = ? and kind = ?)";

    private static final String DONE =
            """
            select coalesce(bool_and(state in ('DONE', 'SUPERSEDED')), false) from reconciliation.runs where cause = ? and kind = ?""";

    /**
     * Orders that owe something which our books do not hold yet. Whichever run found them: one that was planned may be quicker than the
     * recovery's own, which then knows of them. What could not be repaired is not back either, until it is or a person closes it.
     */
    private static final String COMING_BACK =
            """
            select count(*) from reconciliation.breaks
            where state = 'REPAIRING' and kind <> 'WRITE_BACK'
               or state = 'OPEN' and kind in ('MISSING', 'UNREADABLE', 'PAYMENT', 'QUANTITY')""";

    /** Whichever run found it. */
    private static final String WITHOUT_OWNER =
            "select count(*) from reconciliation.breaks where kind = 'NOT_OURS' and state = 'OPEN'";

    private static final String ALL =
            """
            select id, kind, party, account, state, compared, found, error from reconciliation.runs
            where cause = ? order by id""";

    private static final String FIND = "select state from reconciliation.runs where id = ? and cause = ? for update";

    private static final String WAIVE =
            """
            update reconciliation.runs
            set state = 'SUPERSEDED', ended_at = ?, ended_by = ?, position = null,
                error = 'waived: ' || ? || '; it was ' || state || coalesce(': ' || error, '')
            where id = ? and state not in ('DONE', 'SUPERSEDED')""";

    /** From its first page; one that is under way goes on where it stands. */
    private static final String AGAIN =
            """
            update reconciliation.runs
            set state = 'WAITING', started_at = null, ended_at = null, ended_by = null, position = null, compared = 0, newest = null, error = null
            where id = ? and state in ('FAILED', 'REFUSED', 'CANCELLED', 'SUPERSEDED')""";

    private final JdbcTemplate jdbc;

    RecoveryRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean none(Recovery recovery, RunKind kind) {
        return yes(NONE, RecoveryDesk.cause(recovery), kind.word());
    }

    /** Each of them was read to its end, or a person does without. */
    boolean done(Recovery recovery, RunKind kind) {
        return yes(DONE, RecoveryDesk.cause(recovery), kind.word());
    }

    /** How many orders that differ are still on their way into our books. */
    int comingBack() {
        return count(COMING_BACK);
    }

    /** @return its state, which stays as it is until the end of the transaction; empty if it is none of this recovery */
    Optional<String> stateOf(Recovery recovery, long run) {
        return jdbc.queryForList(FIND, String.class, run, RecoveryDesk.cause(recovery)).stream()
                .findFirst();
    }

    void waive(long run, Instant now, String by, String reason) {
        jdbc.update(WAIVE, Timestamp.from(now), by, reason, run);
    }

    void again(long run) {
        jdbc.update(AGAIN, run);
    }

    /** Orders that suppliers have of that time and no purchase of ours explains. */
    int withoutOwner() {
        return count(WITHOUT_OWNER);
    }

    List<Map<String, Object>> of(Recovery recovery) {
        return jdbc.queryForList(ALL, RecoveryDesk.cause(recovery));
    }

    private int count(String sql) {
        Integer number = jdbc.queryForObject(sql, Integer.class);
        return number == null ? 0 : number;
    }

    private boolean yes(String sql, Object... arguments) {
        return Boolean.TRUE.equals(jdbc.queryForObject(sql, Boolean.class, arguments));
    }
}
