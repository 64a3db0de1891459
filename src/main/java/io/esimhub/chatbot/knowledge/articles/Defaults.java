package io.esimhub.chatbot.knowledge.articles;

/**
 * What holds when an article does not say it.
 *
 * @param id from its file's name, or as the request names it
 * @param language from its folder, or the settings'
 */
public record Defaults(String id, String language) {}
