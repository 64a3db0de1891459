package io.esimhub.chatbot.knowledge.search;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.Passage;
import io.esimhub.chatbot.knowledge.Passages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** From a question to passages. */
@Component
class Search implements Passages {

    private final WordBooks words;
    private final PassageBooks passages;
    private final KnowledgeProperties properties;
    private final Map<String, Synonyms> synonyms = new ConcurrentHashMap<>();

    Search(WordBooks words, PassageBooks passages, KnowledgeProperties properties) {
        this.words = words;
        this.passages = passages;
        this.properties = properties;
    }

    @Override
    public List<Passage> find(String question, String language, int limit) {
        return search(question, language, limit).passages();
    }

    Found search(String question, String language, int limit) {
        Words asked = Words.of(question);
        if (asked.words().isEmpty()) {
            return Found.NOTHING;
        }
        // a region does not matter: British articles answer American questions
        return language == null
                ? words.languages().stream()
                        .map(each -> search(asked, each, limit))
                        .reduce(Found.NOTHING, (one, other) -> one.with(other, limit))
                : search(asked, primary(language), limit);
    }

    private Found search(Words asked, String language, int limit) {
        Terms terms = Terms.of(
                words.look(asked, language),
                synonyms.computeIfAbsent(language, this::synonymsOf),
                words.chunks(language));
        if (terms.terms().isEmpty()) {
            return Found.NOTHING;
        }
        List<Ranked> ranked = rank(terms, phrase(asked, language), language, limit);
        return ranked.isEmpty() ? Found.NOTHING : new Found(passages.load(ranked, terms.any()), terms.corrected());
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
