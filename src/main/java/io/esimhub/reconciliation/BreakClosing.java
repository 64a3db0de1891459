package io.esimhub.reconciliation;

import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * {@code POST /api/v1/ops/breaks/{id}/close}: a person has mended a difference elsewhere, or accepts it as it is. It is not found again
 * while both sides say the same.
 */
@Component("breakClosing")
public class BreakClosing {

    private static final String LOCK = "select state, order_id from reconciliation.breaks where id = ? for update";

    private static final String CLOSE =
            "update reconciliation.breaks set state = 'CLOSED', ended_at = ?, ended_by = ?, reason = ? where id = ?";

    private final JdbcTemplate jdbc;
    private final Breaks breaks;
    private final JsonBody json;
    private final Clock clock;

    BreakClosing(JdbcTemplate jdbc, Breaks breaks, JsonBody json, Clock clock) {
        this.jdbc = jdbc;
        this.breaks = breaks;
        this.json = json;
        this.clock = clock;
    }

    private record Known(String state, Optional<Long> order) {}

    /** @throws Problem 404 no such break, 409 it has ended, 422 no reason */
    @Transactional
    public Map<String, Object> close(String id, byte[] body, String operator) {
        String reason = json.read(body).path("reason").asText("").strip();
        if (reason.isEmpty()) {
            throw Problem.unprocessable(
                    "incomplete",
                    "Say why it may be closed.",
                    List.of(new FieldError("reason", "missing", "say what was done, or why it is right as it is")));
        }
        Known known = known(id)
                .orElseThrow(() -> Problem.notFound("no-such-break", "There is no such difference in the books."));
        if (!known.state().equals("OPEN") && !known.state().equals("REPAIRING")) {
            throw Problem.conflict("break-ended", "This difference is " + known.state() + " already.");
        }
        long number = Long.parseLong(id);
        jdbc.update(CLOSE, Timestamp.from(clock.instant()), operator, reason, number);
        breaks.hide(number, known.order(), operator, reason);
        return Map.of("id", number, "state", "CLOSED", "closedBy", operator);
    }

    private Optional<Known> known(String id) {
        return id.matches("[0-9]{1,18}")
                ? jdbc
                        .query(
                                LOCK,
                                (row, n) ->
                                        new Known(row.getString(1), Optional.ofNullable(row.getObject(2, Long.class))),
                                Long.parseLong(id))
                        .stream()
                        .findFirst()
                : Optional.empty();
    }
}
