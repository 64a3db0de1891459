package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import java.io.IOException;
import java.util.Optional;

/** What eSIM Go says for people: text/plain or {@code {"message": …}} (the API's schema and its guide differ; both are read). */
final class EsimGoSentence {

    private final ObjectMapper json;
    private final VendorText words;

    EsimGoSentence(ObjectMapper json, VendorText words) {
        this.json = json;
        this.words = words;
    }

    /** Empty if the answer is not in the vendor's format. */
    Optional<String> of(HttpAnswer answer) {
        if (answer.html()
                || !(answer.json() || answer.plain() || answer.contentType().isEmpty())) {
            return Optional.empty();
        }
        try {
            JsonNode tree = json.readTree(answer.body());
            if (tree.isObject()) {
                return Optional.of(words.of(tree.path("message").asText(""))).filter(text -> !text.isEmpty());
            }
        } catch (IOException notJson) {
            // eSIM Go documents text/plain for errors of POST /orders
        }
        return answer.json()
                ? Optional.empty()
                : Optional.of(words.of(answer.body())).filter(text -> !text.isEmpty());
    }
}
