package io.esimhub.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person says about giving an eSIM back.
 *
 * @param cancelled what became of it, if that is decided: taken back, or kept
 * @param reason why, or how the person knows
 */
record CancelWish(Optional<Boolean> cancelled, String reason) {

    private static final int MAX = 200;

    /** @throws Problem 400 not JSON, 422 naming every wrong field */
    static CancelWish toCancel(JsonNode body) {
        List<FieldError> errors = new ArrayList<>();
        String reason = reason(body, errors, "say why it is given back");
        refuse(errors);
        return new CancelWish(Optional.empty(), reason);
    }

    /** @throws Problem 400 not JSON, 422 naming every wrong field */
    static CancelWish decision(JsonNode document) {
        List<FieldError> errors = new ArrayList<>();
        String decision = document.path("decision").asText("");
        if (!"cancelled".equals(decision) && !"kept".equals(decision)) {
            errors.add(new FieldError("decision", "is neither cancelled nor kept", "send one of the two"));
        }
        String reason = reason(document, errors, "say how you know");
        refuse(errors);
        return new CancelWish(Optional.of("cancelled".equals(decision)), reason);
    }

    /** @throws Problem 404 if that is no id of ours */
    static long id(String text, String what) {
        if (!text.matches("[0-9]{1,18}")) {
            throw missing(what);
        }
        return Long.parseLong(text);
    }

    static Problem missing(String what) {
        return Problem.notFound("no-such-" + what.toLowerCase(java.util.Locale.ROOT), "There is no such " + what + ".");
    }

    private static String reason(JsonNode document, List<FieldError> errors, String remedy) {
        JsonNode given = document.path("reason");
        String reason = given.isTextual() ? given.asText().strip() : "";
        if (reason.isEmpty() || reason.length() > MAX) {
            errors.add(new FieldError("reason", "is missing or longer than " + MAX + " characters", remedy));
        }
        return reason;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.unprocessable("incomplete", "Something is missing in the body.", errors);
        }
    }
}
