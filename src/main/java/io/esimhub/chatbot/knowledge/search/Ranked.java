package io.esimhub.chatbot.knowledge.search;

/** A passage's place in an answer. */
record Ranked(String id, double score) {}
