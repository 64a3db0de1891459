package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;

/** A webhook that is registered at a shop. @param topic in GraphQL's word, e.g. {@code ORDERS_PAID} */
record Subscription(String id, String topic, String uri, String format) {

    static Subscription read(JsonNode node) {
        return new Subscription(
                node.path("id").asText(),
                node.path("topic").asText(),
                node.path("uri").asText(),
                node.path("format").asText());
    }
}
