package io.esimhub.channels.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.UnreadableEvent;
import java.util.Optional;

/**
 * The envelope of the Notification API.
 *
 * @param topic e.g. {@code ORDER_CONFIRMATION}
 */
record EbayNotification(String topic, String id, JsonNode data) {

    /** Empty if it is not an envelope. */
    static Optional<EbayNotification> read(JsonNode body) {
        String topic = body.path("metadata").path("topic").asText("");
        String id = body.path("notification").path("notificationId").asText("");
        return topic.isBlank() || id.isBlank()
                ? Optional.empty()
                : Optional.of(new EbayNotification(
                        topic, id, body.path("notification").path("data")));
    }

    String orderId() {
        String id = data.path("order").path("orderId").asText("");
        if (!id.matches("[0-9A-Za-z!-]{1,60}")) {
            throw new UnreadableEvent("data.order.orderId is missing or no order id");
        }
        return id;
    }
}
