package io.esimhub.chatbot.knowledge.vectors;

/** A passage that is about the same as a question. */
public record Near(String passage, String document) {}
