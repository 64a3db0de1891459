package io.esimhub.operations.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a case whose task is done outside the hub. Every other kind closes by its own remedy, so that none is closed and not mended. */
@Component("caseClosing")
public class CaseClosing {

    private static final Set<String> DONE_OUTSIDE = Set.of("data-request", "late-success", "reconciliation-run");

    private static final String LOCK = "select kind, state from operations.cases where id = ? for update";

    private static final String CLOSE =
            "update operations.cases set state = 'CLOSED', closed_at = ?, closed_by = ?, closing_reason = ? where id = ?";

    private final JdbcTemplate jdbc;
    private final JsonBody json;
    private final Clock clock;

    CaseClosing(JdbcTemplate jdbc, JsonBody json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Known(String kind, String state) {}

    /** @throws Problem 404 no such case, 409 it is closed, or of another kind, 422 without a reason */
    @Transactional
    public Map<String, Object> close(String id, byte[] body, String operator) {
        JsonNode asked = json.read(body);
        String reason = asked.path("reason").asText("").strip();
        if (reason.isEmpty()) {
            throw Problem.unprocessable(
                    "incomplete",
                    "Say what was done.",
                    List.of(new FieldError("reason", "missing", "it stands on the case")));
        }
        Known known = id.matches("[0-9]{1,18}")
                ? jdbc
                        .query(LOCK, (row, n) -> new Known(row.getString(1), row.getString(2)), Long.parseLong(id))
                        .stream()
                        .findFirst()
                        .orElse(null)
                : null;
        if (known == null) {
            throw Problem.notFound("no-such-case", "There is no such case.");
        }
        if (!known.state().equals("OPEN")) {
            throw Problem.conflict("case-closed", "The case is closed already.");
        }
        if (!DONE_OUTSIDE.contains(known.kind())) {
            throw Problem.conflict(
                    "not-closable",
                    "A case of kind " + known.kind() + " closes when it is mended: see docs/operations.md.");
        }
        jdbc.update(CLOSE, Timestamp.from(clock.instant()), operator, reason, Long.parseLong(id));
        return Map.of("id", Long.parseLong(id), "state", "CLOSED", "closedBy", operator);
    }
}
