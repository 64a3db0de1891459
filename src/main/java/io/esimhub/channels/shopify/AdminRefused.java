package io.esimhub.channels.shopify;

/** The Admin API answered, and not with data. The message is fit for cases and logs. */
final class AdminRefused extends RuntimeException {

    private final boolean access;

    private AdminRefused(String sentence, boolean access) {
        super(sentence, null, false, false);
        this.access = access;
    }

    static AdminRefused of(String sentence) {
        return new AdminRefused(sentence, false);
    }

    /** The token is not accepted, or lacks a scope. */
    static AdminRefused shutOut(String sentence) {
        return new AdminRefused(sentence, true);
    }

    boolean access() {
        return access;
    }
}
