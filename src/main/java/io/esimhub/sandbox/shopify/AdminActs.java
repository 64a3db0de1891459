package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What the Admin API changes. Objections come as userErrors, in a 200. */
@Component
class AdminActs {

    private static final String TOO_MANY = "Invalid fulfillment order line item quantity requested.";

    private final MarketBooks books;
    private final SandboxClock clock;
    private final Map<String, Map<String, Object>> subscriptions = new ConcurrentHashMap<>();

    AdminActs(MarketBooks books, SandboxClock clock) {
        this.books = books;
        this.clock = clock;
    }

    List<Map<String, Object>> subscriptions() {
        return subscriptions.values().stream()
                .sorted(java.util.Comparator.comparing(node -> node.get("id").toString()))
                .toList();
    }

    Map<String, Object> subscribe(String topic, Map<String, Object> input) {
        boolean there = subscriptions.values().stream()
                .anyMatch(node ->
                        node.get("topic").equals(topic) && node.get("uri").equals(input.get("uri")));
        if (there) {
            return refused("webhookSubscription", "Address for this topic has already been taken");
        }
        String id = AdminNodes.gid("WebhookSubscription", Long.toString(books.nextNumber()));
        Map<String, Object> node = new HashMap<>(Map.of("id", id, "topic", topic, "format", "JSON"));
        node.put("uri", input.get("uri"));
        subscriptions.put(id, node);
        return done("webhookSubscription", node);
    }

    Map<String, Object> change(String id, Map<String, Object> input) {
        Map<String, Object> node = subscriptions.get(id);
        if (node == null) {
            return refused("webhookSubscription", "Webhook subscription does not exist");
        }
        node.put("uri", input.get("uri"));
        return done("webhookSubscription", node);
    }

    Map<String, Object> unsubscribe(String id) {
        return subscriptions.remove(id) == null
                ? refused("deletedWebhookSubscriptionId", "Webhook subscription does not exist")
                : done("deletedWebhookSubscriptionId", id);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> fulfil(Map<String, Object> input) {
        List<Map<String, Object>> parts = (List<Map<String, Object>>) input.get("lineItemsByFulfillmentOrder");
        Map<String, Integer> units = new LinkedHashMap<>();
        MarketOrder order = null;
        for (Map<String, Object> part : parts) {
            Optional<MarketOrder> found = books.find(ShopifyCopy.CODE, tail(part.get("fulfillmentOrderId")));
            if (found.isEmpty() || order != null && order != found.get()) {
                return refused("fulfillment", "Fulfillment order does not exist.");
            }
            order = found.get();
            List<Map<String, Object>> lines = (List<Map<String, Object>>) part.get("fulfillmentOrderLineItems");
            if (lines == null) {
                MarketOrder all = order;
                all.lines().forEach(line -> units.merge(line.id(), line.remaining(), Integer::sum));
            } else {
                lines.forEach(line -> units.merge(tail(line.get("id")), (Integer) line.get("quantity"), Integer::sum));
            }
        }
        if (order == null || order.cancelled()) {
            return refused("fulfillment", "The fulfillment order is not open.");
        }
        Map<?, ?> tracking = (Map<?, ?>) input.get("trackingInfo");
        List<String> made = new ArrayList<>();
        Optional<String> objection = order.fulfil(
                units,
                tracking == null ? null : (String) tracking.get("company"),
                tracking == null ? null : (String) tracking.get("number"),
                () -> {
                    made.add(Long.toString(books.nextNumber()));
                    return made.get(0);
                },
                clock.instant());
        return objection.isPresent()
                ? refused("fulfillment", TOO_MANY)
                : done(
                        "fulfillment",
                        Map.of(
                                "id",
                                AdminNodes.gid("Fulfillment", made.get(0)),
                                "status",
                                "SUCCESS",
                                "createdAt",
                                clock.instant().toString()));
    }

    private static String tail(Object gid) {
        String text = gid.toString();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static Map<String, Object> done(String what, Object value) {
        return Map.of(what, value, "userErrors", List.of());
    }

    private static Map<String, Object> refused(String field, String message) {
        Map<String, Object> payload = new HashMap<>();
        payload.put(field, null);
        payload.put("userErrors", List.of(Map.of("field", List.of(field), "message", message)));
        return payload;
    }
}
