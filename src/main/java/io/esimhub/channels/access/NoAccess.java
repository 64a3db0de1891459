package io.esimhub.channels.access;

/** There is no token to be had now. The message is fit for logs and cases. */
public final class NoAccess extends RuntimeException {

    public NoAccess(String sentence) {
        super(sentence, null, false, false);
    }
}
