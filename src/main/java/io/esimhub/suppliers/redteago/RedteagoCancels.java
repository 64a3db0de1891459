package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What RedteaGO's answers to {@code /esim/cancel} mean for the money we paid. */
final class RedteagoCancels {

    /** Not allowed in this state, abnormal status, ICCID not in the order: read, and not done. */
    private static final Set<String> REFUSED = Set.of("200002", "200009", "310403");

    private final ObjectMapper json;
    private final VendorText words;

    RedteagoCancels(ObjectMapper json, VendorText words) {
        this.json = json;
        this.words = words;
    }

    CancelAnswer read(HttpAnswer answer, Instant now) {
        if (answer.status() == 429) {
            return new CancelAnswer.NotSent(Cause.BUSY, answer.wait(now), "HTTP 429");
        }
        if (answer.turnedAway()) {
            return access("HTTP " + answer.status());
        }
        if (!answer.success() && !answer.mayRefuse()) {
            return new CancelAnswer.Unknown("HTTP " + answer.status());
        }
        Optional<RedteagoEnvelope> envelope = RedteagoEnvelope.read(json, words, answer);
        if (envelope.isEmpty()) {
            return answer.status() == 403
                    ? access("HTTP 403")
                    : new CancelAnswer.Unknown("HTTP " + answer.status() + " with an unreadable answer");
        }
        return envelope.get().success() ? done(answer) : notDone(answer, envelope.get());
    }

    private static CancelAnswer done(HttpAnswer answer) {
        return answer.success()
                ? new CancelAnswer.Cancelled()
                : new CancelAnswer.Unknown("success with HTTP " + answer.status());
    }

    /** Busy, a failure inside and allocating say nothing about what was done; a code we do not know does with a status that refuses. */
    private static CancelAnswer notDone(HttpAnswer answer, RedteagoEnvelope envelope) {
        RedteagoCode code = RedteagoCode.of(envelope.code());
        if (code == RedteagoCode.ACCESS) {
            return access(envelope.sentence());
        }
        boolean refused = REFUSED.contains(envelope.code())
                || code.refusal().isPresent()
                || code == RedteagoCode.UNKNOWN_ORDER
                || code == RedteagoCode.OTHER
                        && !answer.success()
                        && !envelope.code().isEmpty();
        return refused ? new CancelAnswer.Refused(envelope.sentence()) : new CancelAnswer.Unknown(envelope.sentence());
    }

    private static CancelAnswer access(String text) {
        return new CancelAnswer.NotSent(Cause.ACCESS, Optional.empty(), text);
    }
}
