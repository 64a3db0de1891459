package io.esimhub.channels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A channel's API answered, and not with success. The message says the status only: vendors' sentences may repeat what was sent. */
public final class ApiRefused extends RuntimeException {

    private final int status;
    private final transient JsonNode body;

    private ApiRefused(String sentence, int status, JsonNode body) {
        super(sentence, null, false, false);
        this.status = status;
        this.body = body;
    }

    static ApiRefused with(int status, JsonNode body) {
        return new ApiRefused("HTTP " + status, status, body);
    }

    /** @param sentence in our words, e.g. that it was HTML */
    public static ApiRefused of(int status, String sentence) {
        return new ApiRefused("HTTP " + status + ": " + sentence, status, MissingNode.getInstance());
    }

    public int status() {
        return status;
    }

    /** In the vendor's own format; missing if it was none. */
    public JsonNode body() {
        return body == null ? MissingNode.getInstance() : body;
    }

    /** The token was not accepted, or lacks a right. */
    public boolean shutOut() {
        return status == 401 || status == 403;
    }
}
