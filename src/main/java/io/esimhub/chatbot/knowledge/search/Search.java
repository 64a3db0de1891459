package io.esimhub.chatbot.knowledge.search;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.Passage;
import io.esimhub.chatbot.knowledge.Passages;
import io.esimhub.chatbot.knowledge.vectors.NearestPassages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** From a question to passages: by its words and, if vectors are to be had, by its meaning. */
@Component
class Search implements Passages {

    /** Passages of each kind that are weighed against each other; as many as an index of pgvector looks for unless told otherwise. */
    private static final int BEFORE_FUSION = 40;

    private final WordBooks words;
    private final PassageBooks passages;
    private final NearestPassages nearest;
    private final KnowledgeProperties properties;
    private final Map<String, Synonyms> synonyms = new ConcurrentHashMap<>();

    Search(WordBooks words, PassageBooks passages, NearestPassages nearest, KnowledgeProperties properties) {
        this.words = words;
        this.passages = passages;
        this.nearest = nearest;
        this.properties = properties;
    }

    @Override
    public List<Passage> find(String question, String language, int limit) {
        return search(question, language, limit).passages();
    }

    Found search(String question, String language, int limit) {
        Words asked = Words.of(question);
        // a region does not matter: British articles answer American questions
        String spoken = language == null ? null : primary(language);
        // what must stand in the passage is no question of meaning
        boolean alsoByMeaning = nearest.on() && asked.phrases().isEmpty();
        ByWords byWords = byWords(asked, spoken, alsoByMeaning ? BEFORE_FUSION : limit);
        List<Ranked> ranked = alsoByMeaning
                ? Fusion.of(
                        byWords.passages(),
                        nearest.find(question, spoken, BEFORE_FUSION),
                        properties.perDocument(),
                        limit)
                : byWords.passages();
        return ranked.isEmpty() ? Found.NOTHING : new Found(passages.load(ranked), byWords.corrected());
    }

    private ByWords byWords(Words asked, String language, int limit) {
        if (asked.words().isEmpty()) {
            return ByWords.NOTHING;
        }
        if (language == null) {
            return words.languages().stream()
                    .map(each -> byWords(asked, each, limit))
                    .reduce(ByWords.NOTHING, (one, other) -> one.with(other, limit));
        }
        Terms terms = Terms.of(
                words.look(asked, language),
                synonyms.computeIfAbsent(language, this::synonymsOf),
                words.chunks(language));
        if (terms.terms().isEmpty()) {
            return ByWords.NOTHING;
        }
        List<Ranked> ranked = rank(terms, phrase(asked, language), language, limit);
        return ranked.isEmpty() ? ByWords.NOTHING : new ByWords(ranked, terms.corrected());
    }

    /** What is in quotes must stand so; if it does so nowhere, its words are looked for like others. */
    private List<Ranked> rank(Terms terms, String phrase, String language, int limit) {
        List<Ranked> exactly = passages.rank(terms, phrase, language, properties.perDocument(), limit);
        return exactly.isEmpty() && !phrase.isEmpty()
                ? passages.rank(terms, "", language, properties.perDocument(), limit)
                : exactly;
    }

    private String phrase(Words asked, String language) {
        return asked.phrases().isEmpty()
                ? ""
                : words.stems(asked.phrases(), language).stream()
                        .filter(query -> !query.isEmpty())
                        .map(query -> "(" + query + ")")
                        .collect(Collectors.joining(" & "));
    }

    private Synonyms synonymsOf(String language) {
        List<List<String>> groups = new ArrayList<>();
        properties
                .synonyms()
                .getOrDefault(language, List.of())
                .forEach(group -> groups.add(words.stems(group, language)));
        return Synonyms.of(groups);
    }

    private static String primary(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }
}
