package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AmazonQueueTest extends RunningHub {

    @Test
    void aMessageIsDeletedAfterItIsInTheInboxAndItsOrderIsServed() {
        JsonNode placed =
                CALLS.ops("POST", "/sandbox/orders?channel=amazon", "{}").body();
        String id = placed.path("orderId").asText();
        String receipt = SQS.put(notification(id, "Unshipped", UUID.randomUUID().toString()));

        Waiting.until(() -> SQS.isDeleted(receipt), deleted -> deleted);

        assertThat(jdbc.sql(
                                "select count(*) from operations.inbox where channel = 'amazon' and topic = 'ORDER_CHANGE' and position(convert_to(?, 'UTF8') in body) > 0")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(1);
        JsonNode order = awaitState("amazon", id, "DELIVERED");
        assertThat(purchasesOf(order)).hasSize(1);
    }

    @Test
    void whatNobodyCanReadLeavesTheQueueAndIsShownToAPerson() {
        String nonsense = "this is no JSON " + UUID.randomUUID();
        String receipt = SQS.put(nonsense);

        Waiting.until(() -> SQS.isDeleted(receipt), deleted -> deleted);

        Waiting.until(
                () -> jdbc.sql(
                                "select outcome from operations.inbox where topic = 'unreadable' and body = convert_to(?, 'UTF8')")
                        .param(nonsense)
                        .query(String.class)
                        .optional()
                        .orElse(""),
                "DEAD_LETTER"::equals);
    }

    @Test
    void theSameMessageTwiceIsOneEvent() {
        String id = "202-7654321-" + String.format("%07d", System.nanoTime() % 10_000_000);
        String body = notification(id, "Pending", UUID.randomUUID().toString());
        String first = SQS.put(body);
        String second = SQS.put(body);

        Waiting.until(() -> SQS.isDeleted(first) && SQS.isDeleted(second), deleted -> deleted);

        assertThat(jdbc.sql(
                                "select count(*) from operations.inbox where channel = 'amazon' and position(convert_to(?, 'UTF8') in body) > 0")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static String notification(String orderId, String status, String notificationId) {
        return """
                {"NotificationVersion":"1.0","NotificationType":"ORDER_CHANGE","PayloadVersion":"1.0","EventTime":"2026-11-25T10:00:00Z",
                 "Payload":{"OrderChangeNotification":{"NotificationLevel":"OrderLevel","SellerId":"A1","AmazonOrderId":"%s",
                  "OrderChangeType":"OrderStatusChange","OrderChangeTrigger":{"TimeOfOrderChange":null,"ChangeReason":"x"},
                  "Summary":{"MarketplaceId":"A1F83G8C2ARO7P","OrderStatus":"%s","PurchaseDate":"2026-11-25T10:00:00Z",
                   "DestinationPostalCode":null,"FulfillmentType":"MFN","OrderType":"StandardOrder","OrderItems":[]}}},
                 "NotificationMetadata":{"ApplicationId":"a","SubscriptionId":"s","PublishTime":"2026-11-25T10:00:00Z","NotificationId":"%s"}}"""
                .formatted(orderId, status, notificationId);
    }
}
