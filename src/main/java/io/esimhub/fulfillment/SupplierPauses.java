package io.esimhub.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import io.esimhub.suppliers.SupplierAccounts;
import io.esimhub.suppliers.SupplierGate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code POST /api/v1/ops/suppliers/{code}/pause} and {@code …/resume}: a person keeps orders from a supplier for a while. */
@Component("supplierPauses")
class SupplierPauses {

    private static final int MAX = 200;

    private final SupplierLimits limits;
    private final SupplierAccounts accounts;
    private final SupplierGate gate;
    private final JsonBody json;
    private final Clock clock;

    SupplierPauses(SupplierLimits limits, SupplierAccounts accounts, SupplierGate gate, JsonBody json, Clock clock) {
        this.limits = limits;
        this.accounts = accounts;
        this.gate = gate;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Problem 404 no such supplier, 422 no reason, or an end that is not in the future */
    public Map<String, Object> pause(String supplier, byte[] body, String operator) {
        known(supplier);
        JsonNode wish = json.read(body);
        List<FieldError> errors = new ArrayList<>();
        String reason = reason(wish, errors);
        Optional<Instant> until = until(wish, errors);
        refuse(errors);
        accounts.pause(supplier, clock.instant(), until, operator, reason);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("supplier", supplier);
        answer.put("paused", true);
        answer.put("until", until.map(Instant::toString).orElse(null));
        answer.put("by", operator);
        return answer;
    }

    /** @throws Problem 404 no such supplier, 409 it is not paused, 422 no reason */
    public Map<String, Object> resume(String supplier, byte[] body, String operator) {
        known(supplier);
        List<FieldError> errors = new ArrayList<>();
        reason(json.read(body), errors);
        refuse(errors);
        gate.resume(supplier);
        if (!accounts.resume(supplier, clock.instant())) {
            throw Problem.conflict("not-paused", "The supplier is not paused.");
        }
        return Map.of("supplier", supplier, "paused", false, "by", operator);
    }

    private void known(String supplier) {
        if (!limits.known(supplier)) {
            throw Problem.notFound("no-such-supplier", "The settings have no hub.suppliers block of this name.");
        }
    }

    private static String reason(JsonNode wish, List<FieldError> errors) {
        String reason = wish.path("reason").asText("").strip();
        if (reason.isEmpty() || reason.length() > MAX) {
            errors.add(new FieldError("reason", "is missing or longer than 200 characters", "say why"));
        }
        return reason;
    }

    private Optional<Instant> until(JsonNode wish, List<FieldError> errors) {
        if (!wish.hasNonNull("until")) {
            return Optional.empty();
        }
        try {
            Instant until = OffsetDateTime.parse(wish.path("until").asText()).toInstant();
            if (until.isAfter(clock.instant())) {
                return Optional.of(until);
            }
        } catch (DateTimeException unreadable) {
            // said below, as for one that is over
        }
        errors.add(new FieldError(
                "until", "is no time in the future", "send one such as 2026-12-01T08:00:00Z, or leave it out"));
        return Optional.empty();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.unprocessable("bad-pause", "The request is not complete.", errors);
        }
    }
}
