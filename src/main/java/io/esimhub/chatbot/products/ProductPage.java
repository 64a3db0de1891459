package io.esimhub.chatbot.products;

import java.time.Instant;
import java.util.List;

/**
 * Some products.
 *
 * @param asOf they are at least as new as this
 * @param next for {@code after=} of the next page; null: there are no more
 */
public record ProductPage(Instant asOf, List<Product> products, String next) {}
