package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether the shop shows what goes by mail as sent already. Orders that somebody else served are not to be bought again; goods that are
 * posted say nothing, as a mixed order's parcel may leave before its eSIMs.
 */
final class AlreadyFulfilled {

    private AlreadyFulfilled() {}

    static boolean digitally(ShopifyOrderPages pages) {
        return pages.head().path("displayFulfillmentStatus").asText().equals("FULFILLED")
                || pages.lines().stream().anyMatch(AlreadyFulfilled::digitally);
    }

    private static boolean digitally(JsonNode line) {
        return line.path("requiresShipping").isBoolean()
                && !line.path("requiresShipping").asBoolean()
                && line.path("unfulfilledQuantity").asInt()
                        < line.path("currentQuantity").asInt();
    }
}
