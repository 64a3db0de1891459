package io.esimhub.channels.shopify;

/**
 * How one topic of ours stands at a shop.
 *
 * @param topic as webhooks name it, e.g. {@code orders/paid}
 * @param state {@code registered}, {@code created}, {@code updated}, {@code missing}, {@code refused}
 * @param uri where it points
 * @param answer Shopify's objection, or null
 */
record SubscriptionState(String topic, String state, String uri, String answer) {}
