package io.esimhub.competitors.http;

/** No usable answer. The message is a sentence for a person, without anything that was sent or answered. */
public class CallFailed extends Exception {

    public CallFailed(String message) {
        super(message);
    }

    CallFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
