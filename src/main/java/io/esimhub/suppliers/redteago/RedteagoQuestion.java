package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.UnusableAnswer;
import java.time.Clock;
import java.util.Optional;

/** Opens the answer to a question that buys nothing: what is not a success in the vendor's format is an exception. */
final class RedteagoQuestion {

    private final ObjectMapper json;
    private final VendorText words;
    private final Clock clock;

    RedteagoQuestion(ObjectMapper json, VendorText words, Clock clock) {
        this.json = json;
        this.words = words;
        this.clock = clock;
    }

    /** @param what was asked for, in our words */
    JsonNode obj(String what, HttpAnswer answer) throws UnusableAnswer {
        Optional<RedteagoEnvelope> envelope =
                answer.success() ? RedteagoEnvelope.read(json, words, answer) : Optional.empty();
        if (envelope.isEmpty()) {
            throw new UnusableAnswer(what, answer, clock.instant());
        }
        if (!envelope.get().success()) {
            throw new UnusableAnswer(what + " was refused: " + envelope.get().sentence());
        }
        return envelope.get().obj();
    }
}
