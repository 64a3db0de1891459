package io.esimhub.operations.http;

import java.io.IOException;
import java.time.Duration;

/**
 * An HTTP call that brought no whole answer. The message says what happened in our words: those of sockets and
 * parsers may repeat what was sent.
 */
public class CallFailed extends IOException {

    private final boolean sent;

    private CallFailed(String message, boolean sent, Exception cause) {
        super(message, cause);
        this.sent = sent;
    }

    static CallFailed of(boolean sent, Exception cause) {
        String what = cause instanceof AnswerTooLong
                ? cause.getMessage()
                : cause.getClass().getSimpleName();
        return new CallFailed((sent ? "no whole answer: " : "no connection: ") + what, sent, cause);
    }

    static CallFailed late(Duration limit, boolean sent, Exception cause) {
        return new CallFailed("no whole answer within " + limit.toMillis() + " ms", sent, cause);
    }

    /** False only if surely no byte of the request was written. */
    public boolean sent() {
        return sent;
    }
}
