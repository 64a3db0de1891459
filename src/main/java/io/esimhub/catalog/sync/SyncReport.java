package io.esimhub.catalog.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.catalog.sync.Change.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run did, for people. Everything about our variants is named; of what is only about offers, the first hundred of a kind.
 *
 * @param counts how many changes of each kind, named or not, and how many offers were listed
 */
record SyncReport(Map<String, Integer> counts, List<Change> changes) {

    private static final int NAMED = 100;

    static SyncReport of(SyncPlan plan, ObjectMapper json) {
        Map<Kind, Integer> numbers = new EnumMap<>(Kind.class);
        List<Change> named = new ArrayList<>();
        for (Change change : plan.changes()) {
            int number = numbers.merge(change.kind(), 1, Integer::sum);
            if (change.sku() != null || number <= NAMED) {
                named.add(change);
            }
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("listed", plan.offers().size());
        numbers.forEach((kind, number) -> counts.put(json.convertValue(kind, String.class), number));
        return new SyncReport(counts, named);
    }

    static SyncReport nothing() {
        return new SyncReport(Map.of(), List.of());
    }

    static String json(Object value, ObjectMapper json) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report that is no JSON", e);
        }
    }
}
