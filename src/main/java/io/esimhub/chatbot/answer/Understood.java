package io.esimhub.chatbot.answer;

import java.util.List;

/**
 * What a question says of a product, as far as rules can read it; what it does not say is empty.
 *
 * @param countries ISO 3166-1 alpha-2, in the order they are named in
 * @param regions words for parts of the world, as names of products use them
 * @param skus what is written like a SKU
 * @param dataMb megabytes of 10^6 bytes; null: not said
 * @param unlimited whether it asks for data without a limit
 * @param days of validity; null: not said
 */
record Understood(
        List<String> countries,
        List<String> regions,
        List<String> skus,
        Integer dataMb,
        boolean unlimited,
        Integer days) {

    /** Whether there is anything to choose products by. */
    boolean namesProducts() {
        return !countries.isEmpty() || !regions.isEmpty() || !skus.isEmpty();
    }
}
