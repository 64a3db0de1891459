/**
 * Passages by their meaning: an endpoint of the seller's choice turns texts into vectors, PostgreSQL's extension pgvector finds the nearest. Off unless the endpoint is
 * configured; whatever fails here leaves the search by words as it is.
 */
package io.esimhub.chatbot.knowledge.vectors;
