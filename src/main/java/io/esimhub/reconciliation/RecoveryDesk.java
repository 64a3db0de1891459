package io.esimhub.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.fulfillment.Recoveries;
import io.esimhub.fulfillment.Recovery;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back after a database was restored: the channels' orders come back, then purchases since the backup are looked for at the
 * suppliers, then a person releases purchasing. Each step follows from the books, so any process may do it, and go on after a crash.
 */
@Component("recovery")
public class RecoveryDesk {

    /** Who asks for the runs of a recovery. */
    static final String BY = "recovery";

    /** Clocks, and orders that channels write down late. */
    private static final Duration MARGIN = Duration.ofMinutes(30);

    private final Recoveries recoveries;
    private final RecoveryRuns runs;
    private final RunRequests requests;
    private final JsonBody json;
    private final Clock clock;

    RecoveryDesk(Recoveries recoveries, RecoveryRuns runs, RunRequests requests, JsonBody json, Clock clock) {
        this.recoveries = recoveries;
        this.runs = runs;
        this.requests = requests;
        this.json = json;
        this.clock = clock;
    }

    /** Takes the next step if its time has come; nothing if no recovery is under way. */
    @Transactional
    public void step() {
        recoveries.underWay().ifPresent(recovery -> {
            Instant now = clock.instant();
            Window lost = new Window(recovery.backupAt().minus(MARGIN), recovery.startedAt());
            if (runs.none(recovery, RunKind.CHANGES)) {
                requests.wish(RunKind.CHANGES, lost, cause(recovery), BY);
            }
            if (recovery.matchingAt().isEmpty()) {
                if (done(recovery, RunKind.CHANGES) && runs.comingBack() == 0) {
                    recoveries.match(recovery, now);
                }
            } else if (runs.none(recovery, RunKind.SUPPLIER)
                    && recoveries.lookedFor() == 0
                    && recoveries.allClaimed(recovery, now)) {
                requests.wish(RunKind.SUPPLIER, lost, cause(recovery), BY);
            }
        });
    }

    /** {@code GET /api/v1/ops/recovery}. @throws Problem 404 if none is under way */
    public Map<String, Object> show() {
        Recovery recovery = underWay();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("backupAt", recovery.backupAt());
        shown.put("startedAt", recovery.startedAt());
        shown.put("stage", stage(recovery));
        shown.put("comingBack", runs.comingBack());
        shown.put("lookedFor", recoveries.lookedFor());
        shown.put("found", recoveries.adopted(recovery));
        shown.put("withoutOwner", runs.withoutOwner());
        shown.put("runs", runs.of(recovery));
        return shown;
    }

    /**
     * {@code POST /api/v1/ops/recovery/release}: a person says that buying may go on.
     *
     * @throws Problem 404 none is under way, 409 it is not known yet what was bought, or some of it has no owner, 422 no reason. Before every
     *     order has had the time to look for what was bought for it, no word of a person's helps: everything owed would be bought again
     */
    @Transactional
    public Map<String, Object> release(byte[] body, String operator) {
        JsonNode asked = json.read(body);
        String reason = asked.path("reason").asText("").strip();
        if (reason.isEmpty()) {
            throw Problem.unprocessable(
                    "incomplete",
                    "Say why buying may go on.",
                    List.of(new FieldError("reason", "missing", "it stands beside the recovery")));
        }
        Recovery recovery = underWay();
        if (!recoveries.allClaimed(recovery, clock.instant())) {
            throw Problem.conflict("recovery-unfinished", notLookedFor(recovery));
        }
        if (!stage(recovery).equals("READY") && !asked.path("acceptUnmatched").asBoolean()) {
            throw Problem.conflict(
                    "recovery-unfinished",
                    "The recovery is at " + stage(recovery) + ": " + recoveries.lookedFor()
                            + " purchases are looked for, and "
                            + runs.withoutOwner()
                            + " supplier orders have no owner. Wait, or settle them (GET /api/v1/ops/breaks?kind=NOT_OURS), or send"
                            + " {\"acceptUnmatched\": true}: what is still owed is bought anew then.");
        }
        recoveries.release(recovery, clock.instant(), operator, reason);
        return Map.of("released", true, "releasedBy", operator);
    }

    private String notLookedFor(Recovery recovery) {
        if (recovery.matchingAt().isPresent()) {
            return "The orders have begun to look for what was bought for them since the backup. Wait a minute.";
        }
        return done(recovery, RunKind.CHANGES)
                ? runs.comingBack()
                        + " orders that the channels' lists brought are on their way into the books. Wait, or settle those that are cases"
                        + " (GET /api/v1/ops/breaks)."
                : "The channels' lists are not read to their ends, so nobody knows yet what is owed. Wait, or decide about those that do not"
                        + " end (GET /api/v1/ops/recovery, POST /api/v1/ops/recovery/runs/{id}/decide).";
    }

    private String stage(Recovery recovery) {
        if (recovery.matchingAt().isEmpty()) {
            return "ORDERS_COMING_BACK";
        }
        if (recoveries.lookedFor() > 0 || !recoveries.allClaimed(recovery, clock.instant())) {
            return "LOOKING_FOR_PURCHASES";
        }
        if (!done(recovery, RunKind.SUPPLIER)) {
            return "READING_SUPPLIERS";
        }
        return runs.withoutOwner() > 0 ? "WITHOUT_OWNER" : "READY";
    }

    /** Where no list can be read there is nothing to wait for. */
    private boolean done(Recovery recovery, RunKind kind) {
        return requests.lists(kind).isEmpty() || runs.done(recovery, kind);
    }

    private Recovery underWay() {
        return recoveries
                .underWay()
                .orElseThrow(() -> Problem.notFound(
                        "no-recovery", "No recovery is under way. A restored database is started with --recover."));
    }

    static String cause(Recovery recovery) {
        return "recovery:" + recovery.id();
    }
}
