package io.esimhub.chatbot.knowledge.search;

import io.esimhub.chatbot.knowledge.vectors.Near;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion (Cormack, Clarke, Büttcher, SIGIR 2009): how well words fit and how near a vector is are no numbers of one kind, but first places are first places.
 */
final class Fusion {

    /** How little a place further down differs from the one before; the paper's. */
    private static final int K = 60;

    /** What is first in both scores 1. */
    private static final double SCALE = (K + 1) / 2.0;

    private Fusion() {}

    /** @param perDocument most passages of one article */
    static List<Ranked> of(List<Ranked> byWords, List<Near> byMeaning, int perDocument, int limit) {
        Map<String, Ranked> fused = new LinkedHashMap<>();
        for (int place = 0; place < byWords.size(); place++) {
            Ranked passage = byWords.get(place);
            fused.put(passage.id(), new Ranked(passage.id(), passage.document(), points(place), passage.marked()));
        }
        for (int place = 0; place < byMeaning.size(); place++) {
            Near near = byMeaning.get(place);
            fused.merge(
                    near.passage(),
                    new Ranked(near.passage(), near.document(), points(place), ""),
                    (words, meaning) ->
                            new Ranked(words.id(), words.document(), words.score() + meaning.score(), words.marked()));
        }
        Map<String, Integer> shown = new HashMap<>();
        return fused.values().stream()
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .filter(passage -> shown.merge(passage.document(), 1, Integer::sum) <= perDocument)
                .limit(limit)
                .toList();
    }

    private static double points(int place) {
        return SCALE / (K + 1 + place);
    }
}
