package io.esimhub.competitors.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Lists as JSON arrays of a bounded size, each one parameter of a statement over {@code json_each}; D1 takes a text of 2 MB. */
public final class Chunks {

    private static final int SIZE = 250;

    private Chunks() {}

    public static List<String> of(ObjectMapper json, List<?> entries) {
        List<String> chunks = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += SIZE) {
            try {
                chunks.add(json.writeValueAsString(entries.subList(from, Math.min(entries.size(), from + SIZE))));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return chunks;
    }
}
