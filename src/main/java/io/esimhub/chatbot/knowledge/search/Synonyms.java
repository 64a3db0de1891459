package io.esimhub.chatbot.knowledge.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and phrases that mean the same, as queries of their stems: "hotspots" is found under "hotspot".
 *
 * @param alike for each query all queries of its group, itself among them
 */
record Synonyms(Map<String, Set<String>> alike) {

    /** Longest phrase that is looked for in a question, in words. */
    static final int LONGEST = 3;

    static Synonyms of(List<List<String>> groups) {
        Map<String, Set<String>> alike = new HashMap<>();
        for (List<String> group : groups) {
            Set<String> all = new LinkedHashSet<>(group);
            all.remove("");
            // a word in two groups means what both say
            all.forEach(query ->
                    alike.computeIfAbsent(query, none -> new LinkedHashSet<>()).addAll(all));
        }
        return new Synonyms(alike);
    }

    boolean knows(String query) {
        return alike.containsKey(query);
    }

    Set<String> of(String query) {
        return alike.getOrDefault(query, Set.of(query));
    }
}
