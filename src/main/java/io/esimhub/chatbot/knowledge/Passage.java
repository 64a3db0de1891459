package io.esimhub.chatbot.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * A part of an article.
 *
 * @param id stays the same as long as the article has this heading, whatever is edited elsewhere in it
 * @param document the article's id
 * @param title of the article, as plain text
 * @param headingPath the headings above the passage, the outermost first, without the title; plain text
 * @param text the whole passage, as plain text
 * @param excerpt what fits the question best, as HTML: escaped, with {@code <mark>} around the words that were found and no other tag
 * @param language as BCP 47 says it, e.g. {@code en}
 * @param source where the article came from, e.g. {@code folder:en/refunds.md}, {@code jar:en/refunds.md} or {@code api}
 * @param updatedAt when this passage last changed
 * @param score higher is better; comparable within one answer only
 */
public record Passage(
        String id,
        String document,
        String title,
        List<String> headingPath,
        String text,
        String excerpt,
        String language,
        String source,
        Instant updatedAt,
        double score) {}
