package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import io.esimhub.suppliers.SupplierAnswer.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What RedteaGO's answers mean. Business refusals come as HTTP 200 with a code, so the code decides, not the status. */
final class RedteagoAnswers {

    /** "the batchOrder has been getting resource, total:[2], success:[1]" */
    private static final Pattern PROGRESS =
            Pattern.compile("total:\\s*\\[?(\\d{1,6})]?.*success:\\s*\\[?(\\d{1,6})]?", Pattern.CASE_INSENSITIVE);

    private final ObjectMapper json;
    private final VendorText words;

    RedteagoAnswers(ObjectMapper json, VendorText words) {
        this.json = json;
        this.words = words;
    }

    /** The answer to {@code /esim/order} under this key. */
    SupplierAnswer placed(HttpAnswer answer, String key, Instant now) {
        if (answer.status() == 429) {
            return new SupplierAnswer.NotPlaced(Cause.BUSY, answer.wait(now), "HTTP 429");
        }
        if (answer.turnedAway()) {
            return access("HTTP " + answer.status());
        }
        if (!answer.success() && !answer.mayRefuse()) {
            return new SupplierAnswer.Unknown("HTTP " + answer.status());
        }
        Optional<RedteagoEnvelope> envelope = RedteagoEnvelope.read(json, words, answer);
        if (envelope.isEmpty()) {
            return answer.status() == 403
                    ? access("HTTP 403")
                    : new SupplierAnswer.Unknown("HTTP " + answer.status() + " with an unreadable answer");
        }
        return envelope.get().success() ? accepted(answer, envelope.get(), key) : refused(answer, envelope.get());
    }

    /** The answer to {@code /esim/query} by order number. */
    FindAnswer found(HttpAnswer answer) {
        Optional<RedteagoEnvelope> envelope =
                answer.success() ? RedteagoEnvelope.read(json, words, answer) : Optional.empty();
        if (envelope.isEmpty()) {
            return new FindAnswer.NoAnswer("HTTP " + answer.status());
        }
        if (envelope.get().success()) {
            return RedteagoEsims.of(envelope.get().obj()).asFound();
        }
        return switch (RedteagoCode.of(envelope.get().code())) {
            case ALLOCATING -> progress(envelope.get().text());
            case UNKNOWN_ORDER -> new FindAnswer.NotFound(envelope.get().sentence());
            default -> new FindAnswer.NoAnswer(envelope.get().sentence());
        };
    }

    /** @return the eSIMs of one page of a listing; empty if the answer is none to build on */
    Optional<RedteagoEsims> listed(HttpAnswer answer) {
        return Optional.of(answer)
                .filter(HttpAnswer::success)
                .flatMap(readable -> RedteagoEnvelope.read(json, words, readable))
                .filter(RedteagoEnvelope::success)
                .map(envelope -> RedteagoEsims.of(envelope.obj()));
    }

    private static SupplierAnswer accepted(HttpAnswer answer, RedteagoEnvelope envelope, String key) {
        String reference = envelope.obj().path("orderNo").asText("").strip();
        String echo = envelope.obj().path("transactionId").asText(key);
        if (!answer.success() || reference.isEmpty() || reference.length() > 100) {
            return new SupplierAnswer.Unknown("HTTP " + answer.status() + " without an order number");
        }
        return echo.equals(key)
                ? new SupplierAnswer.Accepted(reference)
                : new SupplierAnswer.Unknown("the answer is to another order");
    }

    private static SupplierAnswer refused(HttpAnswer answer, RedteagoEnvelope envelope) {
        RedteagoCode code = RedteagoCode.of(envelope.code());
        if (code.refusal().isPresent()) {
            return new SupplierAnswer.Rejected(code.refusal().get(), envelope.sentence());
        }
        return switch (code) {
            case ACCESS -> access(envelope.sentence());
            case OTHER -> unknownCode(answer, envelope);
            default -> new SupplierAnswer.Unknown(envelope.sentence());
        };
    }

    /** A code we do not know proves nothing by itself; with a status that refuses, it does. */
    private static SupplierAnswer unknownCode(HttpAnswer answer, RedteagoEnvelope envelope) {
        if (answer.success() || envelope.code().isEmpty()) {
            return new SupplierAnswer.Unknown(envelope.sentence());
        }
        return answer.status() == 403
                ? access(envelope.sentence())
                : new SupplierAnswer.Rejected(Refusal.INVALID, envelope.sentence());
    }

    private static SupplierAnswer access(String text) {
        return new SupplierAnswer.NotPlaced(Cause.ACCESS, Optional.empty(), text);
    }

    private static FindAnswer progress(String text) {
        Matcher numbers = PROGRESS.matcher(text);
        return numbers.find()
                ? new FindAnswer.Allocating(Integer.parseInt(numbers.group(2)), Integer.parseInt(numbers.group(1)))
                : new FindAnswer.Allocating(0, 0);
    }
}
