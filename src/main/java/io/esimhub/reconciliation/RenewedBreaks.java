package io.esimhub.reconciliation;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Differences that are in the books and have not ended, and that their list shows in a newer state now. In the caller's transaction. */
@Component
class RenewedBreaks {

    private static final String OUTDATED =
            """
            select exists (
                select from reconciliation.breaks
                where party = ? and account = ? and kind = ? and subject = ? and state in ('REPAIRING', 'OPEN') and changed_at < ?)""";

    /** It stays with whoever has it: its case ends when the new event has mended it. */
    private static final String RENEW =
            """
            update reconciliation.breaks set details = ?::jsonb, changed_at = ?, event = coalesce(?, event)
            where party = ? and account = ? and kind = ? and subject = ? and state in ('REPAIRING', 'OPEN')""";

    private final JdbcTemplate jdbc;
    private final BreakDetails details;

    RenewedBreaks(JdbcTemplate jdbc, BreakDetails details) {
        this.jdbc = jdbc;
        this.details = details;
    }

    /** Whether what is known of it is older than what is found now: reading it again may help where it did not before. */
    boolean outdated(Run run, Difference difference) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                OUTDATED,
                Boolean.class,
                run.party(),
                run.account(),
                difference.kind().name(),
                difference.subject(),
                changedAt(difference)));
    }

    /** @param event what was put into the inbox to mend it as it is now, if that is how */
    void renew(Run run, Difference difference, Optional<Long> event) {
        jdbc.update(
                RENEW,
                details.text(difference),
                changedAt(difference),
                event.orElse(null),
                run.party(),
                run.account(),
                difference.kind().name(),
                difference.subject());
    }

    private static Timestamp changedAt(Difference difference) {
        return difference.changedAt().map(Timestamp::from).orElse(null);
    }
}
