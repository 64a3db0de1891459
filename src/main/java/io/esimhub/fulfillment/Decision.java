package io.esimhub.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person found out about an unknown purchase.
 *
 * @param adopt true: it happened, as {@code supplierOrder}; false: it did not
 * @param reason how the person knows
 */
record Decision(boolean adopt, String supplierOrder, String reason) {

    private static final int MAX = 200;

    /** @throws Problem 422 naming every wrong field */
    static Decision read(JsonNode body) {
        List<FieldError> errors = new ArrayList<>();
        String decision = body.path("decision").asText("");
        boolean adopt = "adopt".equals(decision);
        if (!adopt && !"not-bought".equals(decision)) {
            errors.add(new FieldError("decision", "is neither adopt nor not-bought", "send one of the two"));
        }
        String supplierOrder = body.path("supplierOrder").asText("").strip();
        if (adopt && (supplierOrder.isEmpty() || supplierOrder.length() > MAX)) {
            errors.add(new FieldError("supplierOrder", "is missing", "send the supplier's number of the order"));
        }
        String reason = body.path("reason").asText("").strip();
        if (reason.isEmpty() || reason.length() > MAX) {
            errors.add(new FieldError("reason", "is missing or longer than 200 characters", "say how you know"));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable("bad-decision", "The decision is not complete.", errors);
        }
        return new Decision(adopt, supplierOrder, reason);
    }
}
