package io.esimhub.channels.shopify;

import io.esimhub.channels.UnreadableEvent;

/**
 * An id as GraphQL has it, {@code gid://shopify/Order/123}, and its number as webhooks have it. The two are never mixed up: one is made of
 * the other here and nowhere else.
 *
 * @param type e.g. {@code Order}, {@code LineItem}
 */
record ShopifyGid(String type, String number) {

    private static final String PREFIX = "gid://shopify/";

    /** @throws UnreadableEvent if it names no such thing */
    static ShopifyGid read(String type, String gid) {
        String start = PREFIX + type + "/";
        if (gid == null || !gid.startsWith(start)) {
            throw new UnreadableEvent("an id is not of a " + type);
        }
        String rest = gid.substring(start.length());
        int query = rest.indexOf('?');
        return new ShopifyGid(type, ShopifyText.number(query < 0 ? rest : rest.substring(0, query), type + " id"));
    }

    String text() {
        return PREFIX + type + "/" + number;
    }
}
