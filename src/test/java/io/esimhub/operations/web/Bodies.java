package io.esimhub.operations.web;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads bodies in tests of what stands in them. */
public final class Bodies {

    private Bodies() {}

    public static JsonBody reader() {
        return new JsonBody(new ObjectMapper());
    }
}
