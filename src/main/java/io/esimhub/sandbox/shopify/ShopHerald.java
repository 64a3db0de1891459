package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.storefront.Notifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The shop's webhooks, signed. */
@Component
class ShopHerald {

    private final Notifier notifier;
    private final SandboxJson json;
    private final SandboxClock clock;
    private final SandboxProperties.Shopify shop;

    ShopHerald(Notifier notifier, SandboxJson json, SandboxClock clock, SandboxProperties settings) {
        this.notifier = notifier;
        this.json = json;
        this.clock = clock;
        this.shop = settings.shopify();
    }

    /** @param quiet the webhook is lost */
    void tell(boolean quiet, String topic, Map<String, Object> content) {
        if (quiet) {
            return;
        }
        byte[] body = json.write(content);
        notifier.post(
                "/shopify/" + topic,
                body,
                Map.of(
                        "X-Shopify-Topic",
                        topic,
                        "X-Shopify-Shop-Domain",
                        shop.domain(),
                        "X-Shopify-API-Version",
                        "2026-07",
                        "X-Shopify-Webhook-Id",
                        UUID.randomUUID().toString(),
                        "X-Shopify-Event-Id",
                        UUID.randomUUID().toString(),
                        "X-Shopify-Triggered-At",
                        clock.instant().toString(),
                        "X-Shopify-Hmac-Sha256",
                        sign(body)));
    }

    private String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(shop.webhookSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
