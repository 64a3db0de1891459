/**
 * The chatbot's sources. Nothing here writes a sentence of its own: what is answered was read in the catalog or in the articles, with
 * where it stands and how old it is.
 */
package io.esimhub.chatbot;
