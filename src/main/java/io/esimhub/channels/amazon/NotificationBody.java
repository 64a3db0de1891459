package io.esimhub.channels.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the notification in whatever it was wrapped in on its way: a message of SNS, a text that holds JSON (Amazon's own sample expects
 * it from SQS), or a forwarder's object that holds it beside other things.
 */
final class NotificationBody {

    private static final int DEEPEST = 5;

    private NotificationBody() {}

    /** @return the object with {@code NotificationType}; empty if there is none in it */
    static Optional<JsonNode> unwrap(byte[] body, ObjectMapper json) {
        try {
            return find(json.readTree(body), json, 0);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** An order that a forwarder sends along instead of the notification, as Amazon's own sample does. */
    static Optional<String> orderId(byte[] body, ObjectMapper json) {
        try {
            JsonNode whole = json.readTree(body);
            return Stream.of(
                            "/order/AmazonOrderId",
                            "/order/orderId",
                            "/Order/AmazonOrderId",
                            "/AmazonOrderId",
                            "/amazonOrderId",
                            "/orderId")
                    .map(path -> whole.at(path).asText(""))
                    .filter(OrderChange::isOrderId)
                    .findFirst();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> find(JsonNode node, ObjectMapper json, int depth) throws IOException {
        if (node == null || depth > DEEPEST) {
            return Optional.empty();
        }
        if (node.isTextual() && looksLikeJson(node.asText())) {
            return find(json.readTree(node.asText()), json, depth + 1);
        }
        if (!node.isObject()) {
            return Optional.empty();
        }
        if (node.has("NotificationType")) {
            return Optional.of(node);
        }
        for (String field : new String[] {"Message", "notification", "Notification", "detail", "body", "Body"}) {
            Optional<JsonNode> inner = find(node.path(field), json, depth + 1);
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Optional.empty();
    }

    private static boolean looksLikeJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("\"");
    }
}
