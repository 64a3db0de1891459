package io.esimhub.competitors.store;

/** The books cannot be had: no file, no room, not a database, or D1 does not answer. The message is a sentence for a person. */
public class StoreDown extends RuntimeException {

    public StoreDown(String message) {
        super(message);
    }

    public StoreDown(String message, Throwable cause) {
        super(message, cause);
    }
}
