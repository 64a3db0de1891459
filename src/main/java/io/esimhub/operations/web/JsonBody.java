package io.esimhub.operations.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Reads the JSON of an operator's request; what stands in it is for the caller to judge. */
@Component
public class JsonBody {

    private final ObjectMapper json;

    JsonBody(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param body may be null; no body is a missing node, whose every field is missing too
     * @throws Problem 400 {@code not-json}
     */
    public JsonNode read(byte[] body) {
        return read(body, "The body is not JSON.");
    }

    /** @param detail of the problem; the parser's own words may repeat what was sent */
    public JsonNode read(byte[] body, String detail) {
        try {
            return json.readTree(body == null ? new byte[0] : body);
        } catch (IOException unreadable) {
            throw Problem.badRequest("not-json", detail);
        }
    }
}
