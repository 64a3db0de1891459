package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ChannelBusy;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What answers of the Admin API mean (shopify.dev, "API rate limits" and "response status and error codes"). Errors come with status 200
 * too, so the body counts.
 */
final class AdminAnswers {

    private static final Duration LEAST = Duration.ofMillis(500);
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final Duration UNSAID = Duration.ofSeconds(2);

    private final ObjectMapper json;
    private final VendorText words;

    /** @param words masks the shop's token */
    AdminAnswers(ObjectMapper json, VendorText words) {
        this.json = json;
        this.words = words;
    }

    /**
     * @return the whole answer, which holds {@code data} and no errors
     * @throws ChannelBusy if the call is to be made again later
     * @throws AdminRefused if it brought anything else
     */
    JsonNode read(HttpAnswer answer, Instant now) {
        if (answer.status() == 429) {
            throw new ChannelBusy(now.plus(answer.wait(now).orElse(UNSAID)));
        }
        if (answer.status() == 401 || answer.status() == 403) {
            throw AdminRefused.shutOut("HTTP " + answer.status() + ": the Admin API does not let this token in");
        }
        if (!answer.success() || !answer.json()) {
            throw AdminRefused.of("HTTP " + answer.status() + " with "
                    + (answer.contentType().isEmpty() ? "no content type" : answer.contentType()));
        }
        JsonNode whole = parse(answer);
        JsonNode errors = whole.path("errors");
        if (!errors.isMissingNode() && !errors.isEmpty() || errors.isTextual()) {
            throw refusal(whole, errors, now);
        }
        if (!whole.path("data").isObject()) {
            throw AdminRefused.of("an answer without data");
        }
        return whole;
    }

    private RuntimeException refusal(JsonNode whole, JsonNode errors, Instant now) {
        List<String> sentences = new ArrayList<>();
        for (JsonNode error : errors) {
            String code = error.path("extensions").path("code").asText();
            if (code.equals("THROTTLED")) {
                return new ChannelBusy(now.plus(wait(whole.path("extensions").path("cost"))));
            }
            if (code.equals("ACCESS_DENIED")) {
                return AdminRefused.shutOut(words.of(error.path("message").asText()));
            }
            sentences.add(
                    (code.isEmpty() ? "" : code + ": ") + error.path("message").asText());
        }
        return AdminRefused.of(words.of(sentences.isEmpty() ? errors.asText() : String.join("; ", sentences)));
    }

    /** Until the bucket holds what the call costs. */
    private static Duration wait(JsonNode cost) {
        JsonNode bucket = cost.path("throttleStatus");
        double missing = cost.path("requestedQueryCost").asDouble()
                - bucket.path("currentlyAvailable").asDouble();
        double rate = bucket.path("restoreRate").asDouble();
        if (rate <= 0 || missing <= 0) {
            return UNSAID;
        }
        Duration wait = Duration.ofMillis((long) Math.ceil(missing * 1000 / rate));
        return wait.compareTo(MOST) > 0 ? MOST : wait.compareTo(LEAST) < 0 ? LEAST : wait;
    }

    private JsonNode parse(HttpAnswer answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException unreadable) {
            throw AdminRefused.of("an answer that is not JSON");
        }
    }
}
