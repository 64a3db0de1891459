package io.esimhub.operations.secrets;

/** A secret does not open: its row or its key was changed, or the settings no longer have the key. Says nothing of the secret. */
public final class SecretUnreadable extends IllegalStateException {

    SecretUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
