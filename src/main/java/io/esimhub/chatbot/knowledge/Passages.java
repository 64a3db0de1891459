package io.esimhub.chatbot.knowledge;

import java.util.List;

/** What the articles say about a question. */
public interface Passages {

    /** Characters of a question. */
    int LONGEST_QUESTION = 500;

    /**
     * @param question in a customer's words, 1 to 500 characters; misspelled words and whole sentences are welcome
     * @param language of the articles, e.g. {@code en} or {@code pt-BR}; null: of any
     * @param limit most passages, 1 to 20
     * @return the best first; empty if nothing fits
     */
    List<Passage> find(String question, String language, int limit);
}
