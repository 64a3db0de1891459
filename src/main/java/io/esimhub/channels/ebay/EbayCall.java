package io.esimhub.channels.ebay;

/**
 * One call of the Fulfillment API as the seller.
 *
 * @param path after {@code /sell/fulfillment/v1}, with its query, percent-encoded
 * @param body JSON, or null
 */
record EbayCall(String method, String path, byte[] body) {

    static EbayCall get(String path) {
        return new EbayCall("GET", path, null);
    }

    static String order(String orderId) {
        return "/order/" + EbayAccess.encoded(orderId);
    }

    /** Never the body. */
    @Override
    public String toString() {
        return "EbayCall[" + method + " " + path + "]";
    }
}
