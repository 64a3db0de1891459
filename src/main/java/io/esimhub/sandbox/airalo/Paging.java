package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A page of a list, as Airalo numbers them.
 *
 * @param total on all pages
 */
record Paging<T>(List<T> rows, int size, int page, int total) {

    static <T> Paging<T> of(List<T> all, int limit, int page) {
        int size = Math.max(1, Math.min(limit, 1000));
        int number = Math.max(1, page);
        List<T> rows = all.stream().skip((number - 1L) * size).limit(size).toList();
        return new Paging<>(rows, size, number, all.size());
    }

    /** {@code per_page} is a text, and from the second page on nothing else tells pages apart. */
    Answer answer(AiraloCopy copy, Function<T, ?> paper) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("message", "success");
        meta.put("current_page", page);
        meta.put("from", rows.isEmpty() ? null : (page - 1) * size + 1);
        meta.put("last_page", Math.max(1, (total + size - 1) / size));
        meta.put("per_page", Integer.toString(size));
        meta.put("to", rows.isEmpty() ? null : (page - 1) * size + rows.size());
        meta.put("total", total);
        return copy.say(200, Map.of("data", rows.stream().map(paper).toList(), "meta", meta));
    }
}
