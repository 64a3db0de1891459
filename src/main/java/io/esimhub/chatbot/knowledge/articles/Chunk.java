package io.esimhub.chatbot.knowledge.articles;

import java.util.List;

/**
 * A passage of an article.
 *
 * @param ordinal below its headings, from 0
 * @param repeated so many characters at the beginning also end the passage before
 */
public record Chunk(List<String> headingPath, int ordinal, String text, int repeated) {}
