package io.esimhub.channels.shopify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Message;

/**
 * One delivery of a webhook: the headers we know by name, and the raw body. Everything else of the request is dropped.
 *
 * @param topic as the header claims it, e.g. {@code orders/paid}; not signed
 */
record ShopifyDelivery(
        String hmac,
        String shopDomain,
        String topic,
        String webhookId,
        String apiVersion,
        String eventId,
        String triggeredAt,
        byte[] body) {

    static ShopifyDelivery of(Message message) {
        byte[] body = message.getBody(byte[].class);
        return new ShopifyDelivery(
                header(message, "X-Shopify-Hmac-Sha256"),
                header(message, "X-Shopify-Shop-Domain"),
                header(message, "X-Shopify-Topic"),
                header(message, "X-Shopify-Webhook-Id"),
                header(message, "X-Shopify-API-Version"),
                header(message, "X-Shopify-Event-Id"),
                header(message, "X-Shopify-Triggered-At"),
                body == null ? new byte[0] : body);
    }

    /** Kept beside the body, for people who look into a delivery later. */
    Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        put(kept, "apiVersion", apiVersion);
        put(kept, "eventId", eventId);
        put(kept, "triggeredAt", triggeredAt);
        return kept;
    }

    private static void put(Map<String, String> kept, String name, String value) {
        if (value != null) {
            kept.put(name, value);
        }
    }

    private static String header(Message message, String name) {
        String value = message.getHeader(name, String.class);
        return value == null || value.isBlank() ? null : value.strip();
    }

    @Override
    public String toString() {
        return "ShopifyDelivery[" + topic + " " + webhookId + "]";
    }
}
