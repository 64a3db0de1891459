package io.esimhub.chatbot.knowledge.search;

import io.esimhub.chatbot.knowledge.Passage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An answer of the search.
 *
 * @param corrected misspelled words and what they were taken for
 */
record Found(List<Passage> passages, Map<String, List<String>> corrected) {

    static final Found NOTHING = new Found(List.of(), Map.of());

    /** Of two languages, the better passages. */
    Found with(Found other, int limit) {
        Map<String, List<String>> all = new LinkedHashMap<>(corrected);
        other.corrected.forEach(all::putIfAbsent);
        return new Found(
                Stream.concat(passages.stream(), other.passages.stream())
                        .sorted(Comparator.comparingDouble(Passage::score).reversed())
                        .limit(limit)
                        .toList(),
                all);
    }
}
