package io.esimhub.chatbot.knowledge.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a question's words find.
 *
 * @param corrected misspelled words and what they were taken for
 */
record ByWords(List<Ranked> passages, Map<String, List<String>> corrected) {

    static final ByWords NOTHING = new ByWords(List.of(), Map.of());

    /** Of two languages, the better passages. */
    ByWords with(ByWords other, int limit) {
        Map<String, List<String>> all = new LinkedHashMap<>(corrected);
        other.corrected.forEach(all::putIfAbsent);
        return new ByWords(
                Stream.concat(passages.stream(), other.passages.stream())
                        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                        .limit(limit)
                        .toList(),
                all);
    }
}
