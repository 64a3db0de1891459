package io.esimhub.chatbot.knowledge.articles;

import java.util.List;

/**
 * What stands below one heading, up to the next.
 *
 * @param headingPath the headings above, the outermost first; empty before the first heading
 * @param blocks paragraphs, list items, rows of tables and code, as plain text
 */
public record Section(List<String> headingPath, List<String> blocks) {}
