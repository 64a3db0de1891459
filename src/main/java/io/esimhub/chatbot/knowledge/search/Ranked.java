package io.esimhub.chatbot.knowledge.search;

/**
 * A passage's place in an answer.
 *
 * @param marked what is marked in its excerpt, as PostgreSQL writes a {@code tsquery}; empty: nothing
 */
record Ranked(String id, String document, double score, String marked) {}
