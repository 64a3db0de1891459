package io.esimhub.operations.cases;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Opens and closes cases, in the caller's transaction. */
@Component
public class Cases {

    private static final String OPEN =
            """
            insert into operations.cases (kind, reason, subject, owner_kind, order_id, purchase_id, work_queue, work_key,
                work_payload, attempts, last_error, opened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (kind, subject) where state = 'OPEN'
            do update set attempts = excluded.attempts, last_error = excluded.last_error""";

    private static final String CLOSE =
            """
            update operations.cases set state = 'CLOSED', closed_at = ?, closed_by = ?, closing_reason = ?
            where kind = ? and subject = ? and state = 'OPEN'""";

    private static final String OPEN_OF_ORDER =
            """
            select reason from operations.cases
            where order_id = ? and owner_kind = ? and state = 'OPEN' order by id limit 1""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Cases(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void open(CaseReport report) {
        jdbc.update(
                OPEN,
                report.kind(),
                report.reason(),
                report.subject(),
                report.ownerKind(),
                report.orderId(),
                report.purchaseId(),
                report.workQueue(),
                report.workKey(),
                report.workPayload(),
                report.attempts(),
                report.lastError(),
                Timestamp.from(clock.instant()));
    }

    /** Closes the case if it is open. */
    public void close(String kind, String subject, String by, String reason) {
        jdbc.update(CLOSE, Timestamp.from(clock.instant()), by, reason, kind, subject);
    }

    /** The reason of the oldest open case of an order. */
    public Optional<String> openOf(String ownerKind, long orderId) {
        return jdbc.queryForList(OPEN_OF_ORDER, String.class, orderId, ownerKind).stream()
                .findFirst();
    }
}
