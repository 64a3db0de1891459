/**
 * The knowledge base: articles, cut into passages at their headings, and the search in them. How articles come in is in
 * {@code ingest}, the search in {@code search}.
 */
package io.esimhub.chatbot.knowledge;
