package io.esimhub.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A Shopify shop that posts its webhooks. */
final class Shop {

    static final String DOMAIN = "far-away-travel.myshopify.com";
    static final String SECRET = "the-secret-of-today";
    static final String OLD_SECRET = "the-secret-of-yesterday";

    private final Calls calls;

    Shop(Calls calls) {
        this.calls = calls;
    }

    Calls.Answer post(String topic, ShopOrder order) {
        return post(topic, order.json());
    }

    Calls.Answer post(String topic, String body) {
        return post(topic, body, Map.of());
    }

    /** @param changed headers that differ from what Shopify would send; an empty value leaves the header out */
    Calls.Answer post(String topic, String body, Map<String, String> changed) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Shopify-Topic", topic);
        headers.put("X-Shopify-Shop-Domain", DOMAIN);
        headers.put("X-Shopify-Webhook-Id", UUID.randomUUID().toString());
        headers.put("X-Shopify-API-Version", "2026-07");
        headers.put("X-Shopify-Hmac-Sha256", sign(bytes, SECRET));
        headers.putAll(changed);
        headers.values().removeIf(String::isEmpty);
        return calls.send("POST", "/webhooks/shopify/" + topic, bytes, headers);
    }

    static String sign(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String json(Object value) {
        try {
            return Calls.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
