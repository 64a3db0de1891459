package io.esimhub.reconciliation;

import io.esimhub.fulfillment.Recovery;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads how far the runs of a recovery are. */
@Component
class RecoveryRuns {

    private static final String NONE =
            "select not exists (select from reconciliation.runs where cause = ? and kind = ?)";

    private static final String DONE =
            """
            select coalesce(bool_and(state = 'DONE'), false) from reconciliation.runs where cause = ? and kind = ?""";

    private static final String MENDING =
            """
            select exists (
                select from reconciliation.breaks b join reconciliation.runs r on r.id = b.run_id
                where r.cause = ? and b.state = 'REPAIRING')""";

    /** Whichever run found it. */
    private static final String WITHOUT_OWNER =
            "select count(*) from reconciliation.breaks where kind = 'NOT_OURS' and state = 'OPEN'";

    private static final String ALL =
            """
            select id, kind, party, account, state, compared, found, error from reconciliation.runs
            where cause = ? order by id""";

    private final JdbcTemplate jdbc;

    RecoveryRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean none(Recovery recovery, RunKind kind) {
        return yes(NONE, RecoveryDesk.cause(recovery), kind.word());
    }

    /** Each of them was read to its end. */
    boolean done(Recovery recovery, RunKind kind) {
        return yes(DONE, RecoveryDesk.cause(recovery), kind.word());
    }

    /** What they found is still on its way into our books. */
    boolean mending(Recovery recovery) {
        return yes(MENDING, RecoveryDesk.cause(recovery));
    }

    /** Orders that suppliers have of that time and no purchase of ours explains. */
    int withoutOwner() {
        Integer number = jdbc.queryForObject(WITHOUT_OWNER, Integer.class);
        return number == null ? 0 : number;
    }

    List<Map<String, Object>> of(Recovery recovery) {
        return jdbc.queryForList(ALL, RecoveryDesk.cause(recovery));
    }

    private boolean yes(String sql, Object... arguments) {
        return Boolean.TRUE.equals(jdbc.queryForObject(sql, Boolean.class, arguments));
    }
}
