package io.esimhub.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One event of one order, as Shopify sends it: the same bytes under the same id, however often it has to try. */
record ShopDelivery(ShopOrder order, String topic, String id, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();

    static ShopDelivery created(ShopOrder order, Instant at) {
        return of(order, "orders/create", "pending", at);
    }

    static ShopDelivery paid(ShopOrder order, Instant at) {
        return of(order, "orders/paid", "paid", at);
    }

    private static ShopDelivery of(ShopOrder order, String topic, String payment, Instant at) {
        return new ShopDelivery(order, topic, UUID.randomUUID().toString(), body(order, payment, at));
    }

    HttpRequest request(String hub) {
        return Http.request(hub + "/webhooks/shopify/" + topic)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", topic)
                .header("X-Shopify-Shop-Domain", Hub.SHOP)
                .header("X-Shopify-API-Version", "2026-07")
                .header("X-Shopify-Webhook-Id", id)
                .header("X-Shopify-Hmac-Sha256", signature())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private String signature() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Hub.SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] body(ShopOrder order, String payment, Instant at) {
        List<Map<String, Object>> lines = new ArrayList<>();
        order.quantities().forEach((sku, quantity) -> lines.add(line(order, lines.size(), sku, quantity)));
        if (order.other()) {
            lines.add(line(order, lines.size(), "TRAVEL-PILLOW", 1));
        }
        try {
            return JSON.writeValueAsBytes(Map.of(
                    "id", order.id(),
                    "name", "#" + order.id(),
                    "email", order.email(),
                    "created_at", at.toString(),
                    "updated_at", at.toString(),
                    "financial_status", payment,
                    "test", false,
                    "customer", Map.of("id", order.id(), "first_name", "Ada", "last_name", "Traveller"),
                    "line_items", lines));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> line(ShopOrder order, int number, String sku, int quantity) {
        return Map.of(
                "id", order.id() * 10 + number,
                "sku", sku,
                "title", sku,
                "quantity", quantity,
                "current_quantity", quantity);
    }
}
