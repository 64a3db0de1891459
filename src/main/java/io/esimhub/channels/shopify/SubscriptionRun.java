package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.http.VendorText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which webhooks are registered at one shop, and registers what is missing if it is to. Foreign ones are left alone. */
final class SubscriptionRun {

    private final String shop;
    private final String base;
    private final List<ShopifyTopic> topics;
    private final boolean register;
    private final VendorText words = new VendorText();
    private final List<Subscription> found = new ArrayList<>();
    private final Deque<ShopifyTopic> undone = new ArrayDeque<>();
    private final List<SubscriptionState> states = new ArrayList<>();
    private String after;
    private boolean reading = true;

    /** @param base where our webhooks are, without a trailing slash */
    SubscriptionRun(String shop, String base, List<ShopifyTopic> topics, boolean register) {
        this.shop = shop;
        this.base = base;
        this.topics = topics;
        this.register = register;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return reading || !undone.isEmpty();
    }

    String shop() {
        return shop;
    }

    List<SubscriptionState> states() {
        return List.copyOf(states);
    }

    AdminCall next() {
        Map<String, Object> variables = new HashMap<>();
        if (reading) {
            variables.put("after", after);
            return new AdminCall(shop, "webhook-subscriptions", variables);
        }
        ShopifyTopic topic = undone.peek();
        variables.put("webhookSubscription", Map.of("uri", uri(topic), "format", "JSON"));
        Optional<Subscription> astray = ours(topic);
        astray.ifPresentOrElse(
                subscription -> variables.put("id", subscription.id()), () -> variables.put("topic", topic.name()));
        return new AdminCall(
                shop, astray.isPresent() ? "webhook-subscription-update" : "webhook-subscription-create", variables);
    }

    void heard(JsonNode data) {
        if (reading) {
            readPage(data.path("webhookSubscriptions"));
        } else {
            ShopifyTopic topic = undone.remove();
            boolean updated = data.has("webhookSubscriptionUpdate");
            done(topic, data.path(updated ? "webhookSubscriptionUpdate" : "webhookSubscriptionCreate"), updated);
        }
    }

    private void readPage(JsonNode page) {
        page.path("nodes").forEach(node -> found.add(Subscription.read(node)));
        reading = page.path("pageInfo").path("hasNextPage").asBoolean();
        after = page.path("pageInfo").path("endCursor").asText();
        if (!reading) {
            topics.forEach(this::judge);
        }
    }

    private void judge(ShopifyTopic topic) {
        boolean right = found.stream()
                .anyMatch(each -> each.topic().equals(topic.name())
                        && each.uri().equals(uri(topic))
                        && each.format().equals("JSON"));
        if (right) {
            states.add(new SubscriptionState(topic.topic(), "registered", uri(topic), null));
        } else if (register) {
            undone.add(topic);
        } else {
            states.add(new SubscriptionState(topic.topic(), "missing", uri(topic), null));
        }
    }

    /** One that ends like our addresses, under another base: the hub has moved. */
    private Optional<Subscription> ours(ShopifyTopic topic) {
        return found.stream()
                .filter(each -> each.topic().equals(topic.name()))
                .filter(each -> each.uri().endsWith("/webhooks/shopify/" + topic.topic()))
                .findFirst();
    }

    private void done(ShopifyTopic topic, JsonNode payload, boolean updated) {
        List<String> errors = new ArrayList<>();
        payload.path("userErrors")
                .forEach(error -> errors.add(error.path("message").asText()));
        String state = !errors.isEmpty() ? "refused" : updated ? "updated" : "created";
        states.add(new SubscriptionState(
                topic.topic(),
                state,
                uri(topic),
                errors.isEmpty() ? null : words.of(errors.stream().collect(Collectors.joining("; ")))));
    }

    private String uri(ShopifyTopic topic) {
        return base + "/webhooks/shopify/" + topic.topic();
    }
}
