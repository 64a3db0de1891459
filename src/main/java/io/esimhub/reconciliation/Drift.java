package io.esimhub.reconciliation;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import java.sql.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells a person that webhooks get lost: each order was found, but the next one comes an hour late, too. */
@Component
class Drift {

    static final String CASE = "drift";

    private static final String MISSING =
            "select count(*) from reconciliation.breaks where run_id = ? and kind = 'MISSING'";

    /** Of later time than this run looked at: it says nothing of that. */
    private static final String LATER_MISSING =
            """
            select exists (
                select from reconciliation.runs r join reconciliation.breaks b on b.run_id = r.id and b.kind = 'MISSING'
                where r.party = ? and r.account = ? and r.requested_by <> 'recovery' and r.window_to > ?)""";

    private final JdbcTemplate jdbc;
    private final Cases cases;
    private final ReconciliationProperties properties;

    Drift(JdbcTemplate jdbc, Cases cases, ReconciliationProperties properties) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.properties = properties;
    }

    /** At the end of a run; one that looked as far and finds none ends the case. After a restore everything is missing. */
    void judge(Run run) {
        if (run.by().equals(RecoveryDesk.BY)) {
            return;
        }
        Integer missing = jdbc.queryForObject(MISSING, Integer.class, run.id());
        if (missing != null && missing >= properties.drift()) {
            cases.open(CaseReport.of(CASE, "WEBHOOKS_LOST", run.subject())
                    .failed(0, missing + " orders that no webhook told of, in run " + run.id()));
        } else if (missing != null && missing == 0 && run.kind() == RunKind.CHANGES && !laterMissing(run)) {
            cases.close(CASE, run.subject(), "reconciliation", "run " + run.id() + " found none");
        }
    }

    private boolean laterMissing(Run run) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                LATER_MISSING,
                Boolean.class,
                run.party(),
                run.account(),
                Timestamp.from(run.to().orElseThrow())));
    }
}
