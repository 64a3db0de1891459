package io.esimhub.chatbot.knowledge.search;

import java.util.List;

/**
 * What the database knows of a run of words.
 *
 * @param gram where it stands in the question
 * @param query as PostgreSQL writes a {@code tsquery}; empty: stop words only
 * @param chunks passages that hold the word; 0 if none does, or it is a run of several
 * @param beginnings known words that begin like it, if it is the last one
 * @param near known words that are spelled nearly like it, if it is not known
 */
record Looked(Words.Gram gram, String query, long chunks, List<Near> beginnings, List<Near> near) {

    /** @param query of the known word's stem */
    record Near(String word, String query, long chunks) {}
}
