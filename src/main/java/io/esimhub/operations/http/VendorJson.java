package io.esimhub.operations.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads single fields of vendors' JSON, where numbers come as texts and texts as numbers, as they please. */
public final class VendorJson {

    private VendorJson() {}

    /** Without blanks around it; empty if it is missing, null, blank, or no single value. */
    public static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull()
                ? Optional.empty()
                : Optional.of(value.asText("").strip()).filter(text -> !text.isEmpty());
    }

    /** Empty if there is no number. */
    public static Optional<BigDecimal> number(JsonNode node, String field) {
        try {
            return text(node, field).map(BigDecimal::new);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** Above zero, without decimals; empty if there is none such. */
    public static Optional<Long> amount(JsonNode node, String field) {
        return number(node, field)
                .filter(value -> value.signum() > 0 && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(BigDecimal::longValue);
    }
}
