package io.esimhub.chatbot.knowledge.search;

import io.esimhub.chatbot.knowledge.search.Looked.Near;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a question asks for.
 *
 * @param terms each once
 * @param corrected misspelled words and what they were taken for
 */
record Terms(List<Term> terms, Map<String, List<String>> corrected) {

    /** @param chunks all passages of the language */
    static Terms of(List<Looked> looked, Synonyms synonyms, long chunks) {
        Map<String, Term> terms = new LinkedHashMap<>();
        Map<String, List<String>> corrected = new LinkedHashMap<>();
        int next = 0;
        for (Looked each : longestFirst(looked, synonyms)) {
            if (each.gram().from() < next) {
                continue;
            }
            next = each.gram().from() + each.gram().size();
            List<Near> instead = each.chunks() > 0 ? List.of() : instead(each);
            if (!instead.isEmpty() && each.beginnings().isEmpty()) {
                corrected.put(
                        each.gram().text(), instead.stream().map(Near::word).toList());
            }
            Set<String> ways = new LinkedHashSet<>(synonyms.of(each.query()));
            instead.forEach(near -> ways.addAll(synonyms.of(near.query())));
            long held = Math.max(
                    each.chunks(), instead.stream().mapToLong(Near::chunks).sum());
            String query = ways.stream().map(way -> "(" + way + ")").collect(Collectors.joining(" | "));
            terms.putIfAbsent(query, new Term(query, held, weight(held, chunks)));
        }
        return new Terms(List.copyOf(terms.values()), corrected);
    }

    private static List<Near> instead(Looked word) {
        return word.beginnings().isEmpty() ? word.near() : word.beginnings();
    }

    /** At each place the longest phrase that has synonyms, else the word. */
    private static List<Looked> longestFirst(List<Looked> looked, Synonyms synonyms) {
        List<Looked> meaningful = new ArrayList<>(looked.stream()
                .filter(each -> !each.query().isEmpty())
                .filter(each -> each.gram().size() == 1 || synonyms.knows(each.query()))
                .toList());
        meaningful.sort(
                java.util.Comparator.comparingInt((Looked each) -> each.gram().from())
                        .thenComparingInt(each -> -each.gram().size()));
        return meaningful;
    }

    /** The rarer the word, the more it tells (inverse document frequency, as BM25 has it); one that no passage holds is as rare as can be. */
    private static double weight(long held, long chunks) {
        double rare = Math.max(held, 0.5);
        return Math.log(1 + Math.max(0, chunks - rare + 0.5) / (rare + 0.5));
    }

    /** Every term at once, for passages that hold all of them. */
    String all() {
        return terms.stream().map(term -> "(" + term.query() + ")").collect(Collectors.joining(" & "));
    }

    /** Any term, to be marked in excerpts. */
    String any() {
        return any(terms);
    }

    /** Any of the rarest terms, as many as about {@code most} passages hold, and one at least: the others are everywhere. */
    String rare(long most) {
        List<Term> rarest = new ArrayList<>();
        long held = 0;
        for (Term term : terms.stream()
                .sorted(java.util.Comparator.comparingLong(Term::chunks))
                .toList()) {
            held += term.chunks();
            if (held > most && !rarest.isEmpty()) {
                break;
            }
            rarest.add(term);
        }
        return any(rarest);
    }

    private static String any(List<Term> of) {
        return of.stream().map(Term::query).collect(Collectors.joining(" | "));
    }
}
