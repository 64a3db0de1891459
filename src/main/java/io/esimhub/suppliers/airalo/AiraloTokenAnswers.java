package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import io.esimhub.suppliers.SupplierAnswer.NotPlaced;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the answers to POST /token mean. */
final class AiraloTokenAnswers {

    private static final Duration LIMIT_OF_A_MINUTE = Duration.ofSeconds(15);

    private final ObjectMapper json;
    private final AiraloWords words;

    AiraloTokenAnswers(ObjectMapper json, AiraloWords words) {
        this.json = json;
        this.words = words;
    }

    /** @throws NotLetIn if it is no token */
    AiraloToken token(HttpAnswer answer, Instant now) {
        if (answer.success() && answer.json()) {
            return read(answer, now);
        }
        if (answer.status() == 429) {
            throw notLetIn(Cause.BUSY, Optional.of(answer.wait(now).orElse(LIMIT_OF_A_MINUTE)), "HTTP 429");
        }
        boolean shutOut = answer.turnedAway() || answer.mayRefuse();
        String sentence = words.sentence(answer).map(text -> ": " + text).orElse("");
        throw notLetIn(
                shutOut ? Cause.ACCESS : Cause.UNREACHABLE, Optional.empty(), "HTTP " + answer.status() + sentence);
    }

    private AiraloToken read(HttpAnswer answer, Instant now) {
        try {
            JsonNode data = json.readTree(answer.body()).path("data");
            String token = data.path("access_token").asText("");
            long seconds = data.path("expires_in").asLong(0);
            if (!token.isBlank() && seconds > 0) {
                return AiraloToken.of(token, now, Duration.ofSeconds(seconds));
            }
        } catch (IOException unreadable) {
            // a page in JSON's clothes
        }
        throw notLetIn(Cause.UNREACHABLE, Optional.empty(), "an unreadable token");
    }

    private static NotLetIn notLetIn(Cause cause, Optional<Duration> wait, String text) {
        return new NotLetIn(new NotPlaced(cause, wait, "token: " + text));
    }
}
