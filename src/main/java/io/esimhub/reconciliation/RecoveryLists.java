package io.esimhub.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.fulfillment.Recoveries;
import io.esimhub.fulfillment.Recovery;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * {@code POST /api/v1/ops/recovery/runs/{id}/decide}: a list that a recovery waits for and that was cancelled, refused or keeps failing. A
 * person has it read again, or does without it.
 */
@Component("recoveryLists")
public class RecoveryLists {

    private static final String REPEAT = "repeat";
    private static final String WAIVE = "waive";

    private final Recoveries recoveries;
    private final RecoveryRuns recoveryRuns;
    private final Runs runs;
    private final RunRequests requests;
    private final JsonBody json;
    private final Clock clock;

    RecoveryLists(
            Recoveries recoveries,
            RecoveryRuns recoveryRuns,
            Runs runs,
            RunRequests requests,
            JsonBody json,
            Clock clock) {
        this.recoveries = recoveries;
        this.recoveryRuns = recoveryRuns;
        this.runs = runs;
        this.requests = requests;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Problem 404 no recovery is under way, or it has no such run; 409 the list was read; 422 a wrong field */
    @Transactional
    public Map<String, Object> decide(String id, byte[] body, String operator) {
        JsonNode asked = json.read(body);
        String decision = asked.path("decision").asText("");
        String reason = asked.path("reason").asText("").strip();
        check(decision, reason);
        Run run = run(id);
        if (decision.equals(WAIVE)) {
            recoveryRuns.waive(run.id(), clock.instant(), operator, reason);
        } else {
            recoveryRuns.again(run.id());
            requests.goOn(run.kind(), run.id());
        }
        return Map.of("id", run.id(), "state", runs.find(run.id()).orElseThrow().state(), "decidedBy", operator);
    }

    private static void check(String decision, String reason) {
        List<FieldError> errors = new ArrayList<>();
        if (!decision.equals(REPEAT) && !decision.equals(WAIVE)) {
            errors.add(new FieldError("decision", "is unknown", "send " + REPEAT + " or " + WAIVE));
        }
        if (decision.equals(WAIVE) && reason.isEmpty()) {
            errors.add(new FieldError("reason", "missing", "say how you know that no order of this list is lost"));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable("bad-decision", "Nothing was decided.", errors);
        }
    }

    private Run run(String id) {
        Recovery recovery =
                recoveries.underWay().orElseThrow(() -> Problem.notFound("no-recovery", "No recovery is under way."));
        long number = id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
        Optional<String> state = recoveryRuns.stateOf(recovery, number);
        if (state.filter("DONE"::equals).isPresent()) {
            throw Problem.conflict("run-done", "The list was read to its end: the recovery does not wait for it.");
        }
        return state.flatMap(known -> runs.find(number))
                .orElseThrow(() -> Problem.notFound(
                        "no-such-run",
                        "The recovery has no such run. Send the id of one of its runs (GET /api/v1/ops/recovery)."));
    }
}
