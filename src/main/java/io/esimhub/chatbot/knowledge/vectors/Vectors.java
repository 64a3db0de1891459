package io.esimhub.chatbot.knowledge.vectors;

import java.util.List;

/** What came of {@link Texts}, in their order; each as pgvector reads it, e.g. {@code [0.1,-0.2]}. */
record Vectors(Texts of, List<String> vectors) {}
