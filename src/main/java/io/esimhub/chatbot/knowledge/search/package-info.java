/**
 * The search in the articles. A question is taken apart into terms (a word with its stem, its synonyms, and what a misspelled one may
 * mean), each weighed by how rare it is; passages that hold them are ranked by PostgreSQL's full-text search.
 */
package io.esimhub.chatbot.knowledge.search;
