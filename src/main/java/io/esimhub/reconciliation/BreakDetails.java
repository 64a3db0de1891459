package io.esimhub.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.springframework.stereotype.Component;

/** Writes what both sides say as JSON, always in the same order: two texts are compared. */
@Component
class BreakDetails {

    private final ObjectMapper json;

    BreakDetails(ObjectMapper json) {
        this.json = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    }

    String text(Difference difference) {
        try {
            return json.writeValueAsString(difference.details());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details that are no JSON", e);
        }
    }
}
