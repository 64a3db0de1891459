package io.esimhub.channels.shopify;

import java.util.Map;

/**
 * One call of a shop's Admin API.
 *
 * @param shopDomain the shop's myshopify.com domain
 * @param document name of a file in {@code graphql/shopify}, without {@code .graphql}
 * @param variables of the document; values may be null
 */
record AdminCall(String shopDomain, String document, Map<String, ?> variables) {

    /** Never the variables: they may hold a customer. */
    @Override
    public String toString() {
        return "AdminCall[" + shopDomain + ", " + document + "]";
    }
}
