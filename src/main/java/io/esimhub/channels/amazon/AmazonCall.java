package io.esimhub.channels.amazon;

/**
 * One call of the Selling Partner API.
 *
 * @param path with its query, percent-encoded
 * @param body JSON, or null
 * @param restrictedToken instead of the account's own, or null (v0 only)
 */
record AmazonCall(AmazonOperation operation, String method, String path, byte[] body, String restrictedToken) {

    static AmazonCall get(AmazonOperation operation, String path) {
        return new AmazonCall(operation, "GET", path, null, null);
    }

    static AmazonCall post(AmazonOperation operation, String path, byte[] body) {
        return new AmazonCall(operation, "POST", path, body, null);
    }

    AmazonCall with(String token) {
        return new AmazonCall(operation, method, path, body, token);
    }

    /** Never the body nor the token. */
    @Override
    public String toString() {
        return "AmazonCall[" + operation + "]";
    }
}
