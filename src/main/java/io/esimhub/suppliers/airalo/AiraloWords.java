package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The vendor's own words in an answer that is none we hoped for. */
final class AiraloWords {

    private final ObjectMapper json;
    private final VendorText text;

    AiraloWords(ObjectMapper json, VendorText text) {
        this.json = json;
        this.text = text;
    }

    /** For people; empty if the answer is not in the vendor's format. */
    Optional<String> sentence(HttpAnswer answer) {
        return refusal(answer).map(AiraloRefusal::sentence).filter(sentence -> !sentence.isEmpty());
    }

    /**
     * Three forms: {@code {code, reason}}, {@code {data: {field: sentence}, meta: {message}}}, and the web framework's own
     * {@code {message}}. Empty if it is none of them.
     */
    Optional<AiraloRefusal> refusal(HttpAnswer answer) {
        if (answer.html() || !answer.json()) {
            return Optional.empty();
        }
        try {
            JsonNode tree = json.readTree(answer.body());
            return tree.isObject() ? Optional.of(read(tree)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The vendor's text, fit to be kept and shown. */
    String of(String words) {
        return text.of(words);
    }

    private AiraloRefusal read(JsonNode tree) {
        JsonNode data = tree.path("data");
        String said = tree.path("reason")
                .asText(tree.path("meta")
                        .path("message")
                        .asText(tree.path("message").asText("")));
        List<String> parts = new ArrayList<>(List.of(tree.path("code").asText(""), said));
        data.fields().forEachRemaining(field -> parts.add(sentence(field.getValue())));
        parts.removeIf(String::isBlank);
        return new AiraloRefusal(
                tree.path("code").asText(""),
                sentence(data.path("package_id")),
                sentence(data.path("quantity")),
                text.of(String.join(" ", parts)));
    }

    /** A field's sentence, or the first of several. */
    private static String sentence(JsonNode field) {
        return field.isArray() ? field.path(0).asText("") : field.asText("");
    }
}
