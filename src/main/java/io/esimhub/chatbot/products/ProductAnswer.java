package io.esimhub.chatbot.products;

import java.time.Instant;

/**
 * One product.
 *
 * @param asOf it is at least as new as this
 */
record ProductAnswer(Instant asOf, Product product) {}
