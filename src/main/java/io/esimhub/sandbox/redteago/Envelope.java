package io.esimhub.sandbox.redteago;

/** Around every answer. */
record Envelope(boolean success, String errorCode, String errorMsg, Object obj) {

    static Envelope of(Object obj) {
        return new Envelope(true, "0", null, obj);
    }

    static Envelope refused(String code, String message) {
        return new Envelope(false, code, message, null);
    }
}
