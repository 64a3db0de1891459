package io.esimhub.chatbot.products;

import java.util.List;
import java.util.Optional;

/**
 * What a customer has in mind; products come in the order in which they fit it.
 *
 * @param countries ISO 3166-1 alpha-2; what covers more of them comes first
 * @param words of names: any of them is enough
 * @param skus any of them is enough
 * @param data too little fits worse than too much
 * @param days too few fit worse than too many
 * @param currency ISO 4217; others are left out
 * @param limit how many at most
 */
public record ClosestQuestion(
        List<String> countries,
        List<String> words,
        List<String> skus,
        Optional<DataWish> data,
        Optional<Integer> days,
        Optional<String> currency,
        int limit) {}
