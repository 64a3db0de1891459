package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What eSIM Go's answers to a revoked bundle mean for the money we paid for it. */
final class EsimGoCancels {

    private final ObjectMapper json;
    private final VendorText words;
    private final EsimGoSentence sentences;

    EsimGoCancels(ObjectMapper json, VendorText words) {
        this.json = json;
        this.words = words;
        this.sentences = new EsimGoSentence(json, words);
    }

    /** The answer to DELETE /esims/{iccid}/bundles/{name} with {@code refundToBalance}. */
    CancelAnswer read(HttpAnswer answer, Instant now) {
        if (answer.success()) {
            return revoked(answer);
        }
        if (answer.status() == 429) {
            return new CancelAnswer.NotSent(Cause.BUSY, answer.wait(now), "HTTP 429");
        }
        Optional<String> sentence = sentences.of(answer);
        boolean key = answer.status() == 403
                && !sentence.filter(EsimGoCancels::isAboutTheEsim).isPresent();
        if (answer.turnedAway() || key) {
            String said = sentence.map(text -> ": " + text).orElse("");
            return new CancelAnswer.NotSent(Cause.ACCESS, Optional.empty(), words.of("HTTP " + answer.status() + said));
        }
        return answer.mayRefuse() && sentence.isPresent()
                ? new CancelAnswer.Refused(sentence.get())
                : new CancelAnswer.Unknown("HTTP " + answer.status());
    }

    /** 403 is a bad key, or an eSIM that is not, or no longer, ours (API schema); only the sentence tells. */
    static boolean isAboutTheEsim(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT);
        return text.matches(".*\\b(esim|iccid|bundle|assignment)s?\\b.*") && !text.matches(".*\\b(api|key|token)\\b.*");
    }

    /** A bundle may also go back to the inventory, or with nothing paid back: then a person has to look after its price. */
    private CancelAnswer revoked(HttpAnswer answer) {
        Optional<String> status = status(answer);
        boolean paidBack = status.map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.matches(".*\\b(balance|credited)\\b.*"))
                .filter(text -> !text.matches(".*\\b(no|not|cannot)\\b.*"))
                .isPresent();
        return paidBack
                ? new CancelAnswer.Cancelled()
                : new CancelAnswer.Unknown(status.map(text -> "not said to be paid back to the balance: " + text)
                        .orElse("HTTP " + answer.status() + " without a status"));
    }

    private Optional<String> status(HttpAnswer answer) {
        try {
            return answer.json()
                    ? VendorJson.text(json.readTree(answer.body()), "status").map(words::of)
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
