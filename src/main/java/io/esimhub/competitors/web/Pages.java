package io.esimhub.competitors.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page as an answer: the entries, and the cursor of the next page while this one is full. */
final class Pages {

    private Pages() {}

    static Map<String, Object> of(String name, List<Map<String, Object>> entries, int limit) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(name, entries);
        page.put(
                "next",
                entries.size() < limit
                        ? null
                        : String.valueOf(entries.get(entries.size() - 1).get("id")));
        return page;
    }
}
