package io.esimhub.chatbot.knowledge.search;

import io.esimhub.chatbot.knowledge.Passage;
import java.util.List;
import java.util.Map;

/**
 * An answer of the search.
 *
 * @param corrected misspelled words and what they were taken for
 */
record Found(List<Passage> passages, Map<String, List<String>> corrected) {

    static final Found NOTHING = new Found(List.of(), Map.of());
}
