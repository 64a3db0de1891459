package io.esimhub.chatbot.knowledge.search;

/**
 * One thing that is asked about.
 *
 * @param query a {@code tsquery} with every way to say it
 * @param chunks about so many passages hold it
 * @param weight how much it tells
 */
record Term(String query, long chunks, double weight) {}
