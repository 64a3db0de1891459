package io.esimhub.chatbot.knowledge.search;

import io.esimhub.chatbot.knowledge.Passages;
import io.esimhub.chatbot.knowledge.articles.Languages;
import io.esimhub.operations.web.Problem;

/**
 * The parameters of a search, each checked.
 *
 * @param language null: any
 */
record KnowledgeQuery(String question, String language, int limit) {

    private static final int USUAL = 5;
    private static final int MOST = 20;

    /** @throws Problem 400 naming the parameter */
    static KnowledgeQuery of(String q, String lang, String limit) {
        return new KnowledgeQuery(question(q), language(lang), limit(limit));
    }

    private static String question(String q) {
        if (q == null || q.isBlank()) {
            throw Problem.badParameter("q", "is empty", "send a question in the customer's words");
        }
        if (q.length() > Passages.LONGEST_QUESTION) {
            throw Problem.badParameter(
                    "q",
                    "is longer than " + Passages.LONGEST_QUESTION + " characters",
                    "send the question alone, not the conversation");
        }
        return q.replace('\0', ' ').strip();
    }

    private static String language(String lang) {
        return lang == null || lang.isBlank()
                ? null
                : Languages.canonical(lang)
                        .orElseThrow(() -> Problem.badParameter(
                                "lang", "is no known language", "send a code like en or pt-BR, or leave it out"));
    }

    private static int limit(String limit) {
        if (limit == null || limit.isBlank()) {
            return USUAL;
        }
        if (limit.matches("[0-9]{1,2}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        }
        throw Problem.badParameter("limit", "is no number from 1 to " + MOST, "send one, or leave it out");
    }
}
