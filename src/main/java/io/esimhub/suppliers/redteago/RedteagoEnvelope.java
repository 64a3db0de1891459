package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import java.io.IOException;
import java.util.Optional;

/**
 * What is around every answer. The vendor's pages and its servers differ: {@code success} is said to be text and is a boolean,
 * the code of a success is null or "0", the text is in {@code errorMsg} or {@code errorMessage}.
 *
 * @param code empty on success
 */
record RedteagoEnvelope(boolean success, String code, String text, JsonNode obj) {

    /** Empty if the answer is not in the vendor's format. */
    static Optional<RedteagoEnvelope> read(ObjectMapper json, VendorText words, HttpAnswer answer) {
        if (!answer.json()) {
            return Optional.empty();
        }
        try {
            JsonNode tree = json.readTree(answer.body());
            return tree.isObject() && tree.hasNonNull("success") ? Optional.of(of(words, tree)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static RedteagoEnvelope of(VendorText words, JsonNode tree) {
        String code = tree.path("errorCode").asText("");
        String text = tree.path("errorMsg").asText(tree.path("errorMessage").asText(""));
        boolean none = code.isBlank() || code.equals("0") || code.equals("null");
        return new RedteagoEnvelope(
                tree.path("success").asBoolean(false) && none,
                none ? "" : words.of(code),
                words.of(text),
                tree.path("obj"));
    }

    /** The vendor's words with their code, for people. */
    String sentence() {
        return (code + " " + text).strip();
    }
}
