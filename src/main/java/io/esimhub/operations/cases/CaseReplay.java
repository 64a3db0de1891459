package io.esimhub.operations.cases;

import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.web.Problem;
import io.esimhub.operations.work.WorkQueue;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tries a case's work again. The row's lock makes two presses one: the second finds the case closed and gets the first one's
 * answer.
 */
@Component("caseReplay")
public class CaseReplay {

    private static final String LOCK =
            """
            select k.kind, k.state, k.owner_kind, k.order_id, k.work_queue, k.work_payload, k.closed_by, k.closing_reason
            from operations.cases k where k.id = ? for update""";

    private static final String CLOSE =
            """
            update operations.cases set state = 'CLOSED', closed_at = ?, closed_by = ?, closing_reason = 'replayed'
            where id = ?""";

    private final JdbcTemplate jdbc;
    private final WorkQueue work;
    private final Timeline timeline;
    private final Clock clock;

    CaseReplay(JdbcTemplate jdbc, WorkQueue work, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * @param id as it came in the path
     * @param operator who asks
     */
    @Transactional
    public CaseReplayed replay(String id, String operator) {
        long number = number(id);
        List<ReplayableCase> found = jdbc.query(
                LOCK,
                (row, n) -> new ReplayableCase(
                        number,
                        row.getString("kind"),
                        row.getString("state"),
                        row.getString("owner_kind"),
                        row.getObject("order_id", Long.class),
                        row.getString("work_queue"),
                        row.getString("work_payload"),
                        row.getString("closed_by"),
                        row.getString("closing_reason")),
                number);
        ReplayableCase known = found.stream().findFirst().orElseThrow(CaseReplay::noSuchCase);
        if (known.replayed()) {
            return new CaseReplayed(number, "CLOSED", known.closedBy());
        }
        if (!known.open()) {
            throw Problem.conflict("case-closed", "The case is closed already: " + known.closingReason() + ".");
        }
        return again(known, operator);
    }

    private CaseReplayed again(ReplayableCase open, String operator) {
        if (!open.replayable()) {
            throw Problem.conflict(
                    "not-replayable", "There is no work behind a case of kind " + open.kind() + " to try again.");
        }
        jdbc.update(CLOSE, Timestamp.from(clock.instant()), operator, open.id());
        work.enqueue(open.queue(), "case:" + open.id(), open.payload(), Duration.ZERO);
        if (open.orderId() != null) {
            timeline.write(
                    open.ownerKind(),
                    open.orderId(),
                    new TimelineEntry("replayed", operator, Map.of("case", open.id(), "kind", open.kind())));
        }
        return new CaseReplayed(open.id(), "CLOSED", operator);
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw noSuchCase();
        }
        return Long.parseLong(id);
    }

    private static Problem noSuchCase() {
        return Problem.notFound("no-such-case", "There is no such case.");
    }
}
