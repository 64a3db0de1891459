package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketLine;
import io.esimhub.sandbox.storefront.MarketOrder;
import io.esimhub.sandbox.storefront.Notifier;
import io.esimhub.sandbox.storefront.OrderWish;
import io.esimhub.sandbox.storefront.PlacedOrder;
import io.esimhub.sandbox.storefront.Storefront;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The shop: what people do there, and the webhooks that follow from it. */
@Component
class ShopifyStorefront implements Storefront {

    private final MarketBooks books;
    private final Notifier notifier;
    private final SandboxJson json;
    private final SandboxClock clock;
    private final SandboxProperties.Shopify shop;

    ShopifyStorefront(
            MarketBooks books, Notifier notifier, SandboxJson json, SandboxClock clock, SandboxProperties settings) {
        this.books = books;
        this.notifier = notifier;
        this.json = json;
        this.clock = clock;
        this.shop = settings.shopify();
    }

    @Override
    public String channel() {
        return ShopifyCopy.CODE;
    }

    @Override
    public PlacedOrder place(OrderWish wish) {
        long number = books.nextNumber();
        // beyond 2^53, where a JavaScript number is another one
        String id = Long.toString(9_100_000_000_000_000L + number * 100);
        MarketOrder order = books.open(
                channel(),
                shop.domain(),
                id,
                "#" + (1000 + number % 1_000_000),
                "traveller" + number + "@example.com",
                wish);
        tell("orders/create", ShopPaper.order(order));
        if (order.paid()) {
            tell("orders/paid", ShopPaper.order(order));
        }
        return shown(order);
    }

    @Override
    public Optional<PlacedOrder> cancel(String orderId) {
        return books.find(channel(), orderId).map(order -> {
            order.cancel(clock.instant());
            tell("orders/cancelled", ShopPaper.order(order));
            tell("orders/updated", ShopPaper.order(order));
            return shown(order);
        });
    }

    @Override
    public Optional<PlacedOrder> find(String orderId) {
        return books.find(channel(), orderId).map(ShopifyStorefront::shown);
    }

    /** @param units by SKU; @param amount what goes back */
    Optional<PlacedOrder> refund(String orderId, Map<String, Integer> units, BigDecimal amount) {
        return books.find(channel(), orderId).map(order -> {
            MarketOrder.Refund refund =
                    order.refund(Long.toString(books.nextNumber()), byLine(order, units), amount, clock.instant());
            tell("refunds/create", ShopPaper.refund(order, refund));
            tell("orders/updated", ShopPaper.order(order));
            return shown(order);
        });
    }

    /** @param quantities by SKU: what is owed from now on */
    Optional<PlacedOrder> edit(String orderId, Map<String, Integer> quantities) {
        return books.find(channel(), orderId).map(order -> {
            Map<String, Integer> before =
                    order.lines().stream().collect(Collectors.toMap(MarketLine::id, MarketLine::current));
            order.edit(byLine(order, quantities), clock.instant());
            tell("orders/edited", ShopPaper.edit(order, before, books.nextNumber()));
            tell("orders/updated", ShopPaper.order(order));
            return shown(order);
        });
    }

    /** The merchant fulfils everything himself. */
    Optional<PlacedOrder> fulfil(String orderId) {
        return books.find(channel(), orderId).map(order -> {
            Map<String, Integer> rest = order.lines().stream()
                    .filter(line -> line.remaining() > 0)
                    .collect(Collectors.toMap(MarketLine::id, MarketLine::remaining));
            order.fulfil(rest, null, null, () -> Long.toString(books.nextNumber()), clock.instant());
            tell("orders/updated", ShopPaper.order(order));
            return shown(order);
        });
    }

    private static Map<String, Integer> byLine(MarketOrder order, Map<String, Integer> bySku) {
        Map<String, Integer> byLine = new HashMap<>();
        order.lines().stream()
                .filter(line -> bySku.containsKey(line.sku()))
                .forEach(line -> byLine.put(line.id(), bySku.get(line.sku())));
        return byLine;
    }

    private void tell(String topic, Map<String, Object> content) {
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

    private static PlacedOrder shown(MarketOrder order) {
        return order.shown(ShopPaper.financialStatus(order));
    }
}
