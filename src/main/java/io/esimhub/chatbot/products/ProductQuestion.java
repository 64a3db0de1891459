package io.esimhub.chatbot.products;

import java.util.List;
import java.util.Optional;

/**
 * Which products are asked for; what is empty does not matter.
 *
 * @param country ISO 3166-1 alpha-2 that they work in
 * @param words each must be in the name or the SKU; one of letters may be the beginning of a longer one
 * @param currency ISO 4217 of the price
 * @param after the SKU that the page begins behind
 * @param limit how many at most
 */
public record ProductQuestion(
        Optional<String> country,
        Optional<DataWish> data,
        Optional<Integer> days,
        List<String> words,
        Optional<String> currency,
        Optional<String> after,
        int limit) {}
