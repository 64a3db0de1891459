package io.esimhub.suppliers;

import io.esimhub.operations.http.HttpAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A supplier did not tell what it was asked for. Asking again does no harm; the message holds nothing of the answer's body. */
public class UnusableAnswer extends IOException {

    private final Optional<Duration> retryAfter;

    /** @param what was asked for, in our words */
    public UnusableAnswer(String what, HttpAnswer answer, Instant now) {
        super(what + " is not usable: HTTP " + answer.status());
        this.retryAfter = answer.wait(now);
    }

    /** @param trouble in our words */
    public UnusableAnswer(String trouble) {
        super(trouble);
        this.retryAfter = Optional.empty();
    }

    /** How long the supplier asked us to wait, if it did. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
