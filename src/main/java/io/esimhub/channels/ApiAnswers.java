package io.esimhub.channels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.esimhub.operations.http.HttpAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What answers of channels' APIs mean everywhere alike. */
public final class ApiAnswers {

    private static final Duration UNSAID = Duration.ofSeconds(30);

    private ApiAnswers() {}

    /**
     * @return the JSON of a success; missing if there was no body
     * @throws ChannelBusy 429
     * @throws ApiRefused for every other answer
     */
    public static JsonNode read(HttpAnswer answer, ObjectMapper json, Instant now) {
        if (answer.status() == 429) {
            throw new ChannelBusy(now.plus(answer.wait(now).orElse(UNSAID)));
        }
        if (answer.success() && answer.body().length == 0) {
            return MissingNode.getInstance();
        }
        if (!answer.json()) {
            throw ApiRefused.of(answer.status(), answer.html() ? "a page of HTML" : "not JSON");
        }
        JsonNode body = parse(answer, json);
        if (!answer.success()) {
            throw ApiRefused.with(answer.status(), body);
        }
        return body;
    }

    private static JsonNode parse(HttpAnswer answer, ObjectMapper json) {
        try {
            return json.readTree(answer.body());
        } catch (IOException unreadable) {
            throw ApiRefused.of(answer.status(), "broken JSON");
        }
    }
}
