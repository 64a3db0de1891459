/**
 * The knowledge base: articles, cut into passages at their headings, and the search in them. How articles come in is in
 * {@code ingest}, what an embedding model adds in {@code vectors}.
 */
package io.esimhub.chatbot.knowledge;
