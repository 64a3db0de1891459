package io.esimhub.competitors.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Lists as JSON arrays of a bounded size, each one parameter of a statement over {@code json_each}; D1 takes a text of 2 MB. */
public final class Chunks {

    private static final int SIZE = 250;
    private static final int LONGEST = 500_000;

    private Chunks() {}

    public static List<String> of(ObjectMapper json, List<?> entries) {
        List<String> chunks = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += SIZE) {
            add(json, entries.subList(from, Math.min(entries.size(), from + SIZE)), chunks);
        }
        return chunks;
    }

    /** Halves what is too long: in UTF-8, and quoted once more on its way, it may be four times as much. */
    private static void add(ObjectMapper json, List<?> entries, List<String> chunks) {
        try {
            String text = json.writeValueAsString(entries);
            if (text.length() <= LONGEST || entries.size() == 1) {
                chunks.add(text);
                return;
            }
            int half = entries.size() / 2;
            add(json, entries.subList(0, half), chunks);
            add(json, entries.subList(half, entries.size()), chunks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
