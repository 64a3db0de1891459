package io.esimhub.sandbox.amazon;

import io.esimhub.sandbox.storefront.MarketLine;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Orders in the words of the Orders API 2026-01-01. */
final class AmazonPaper {

    static final String MARKETPLACE = "A1F83G8C2ARO7P";

    private AmazonPaper() {}

    static String status(MarketOrder order) {
        if (order.cancelled()) {
            return "CANCELLED";
        }
        if (!order.paid()) {
            return "PENDING";
        }
        return order.fulfilled() ? "SHIPPED" : order.touched() ? "PARTIALLY_SHIPPED" : "UNSHIPPED";
    }

    /** @param data what was asked for beside the basics */
    static Map<String, Object> order(MarketOrder order, Set<String> data) {
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("orderId", order.id());
        paper.put("createdTime", order.createdAt().toString());
        paper.put("lastUpdatedTime", order.updatedAt().toString());
        paper.put(
                "salesChannel",
                Map.of("channelName", "AMAZON", "marketplaceId", MARKETPLACE, "marketplaceName", "Amazon.co.uk"));
        if (data.contains("BUYER")) {
            Map<String, Object> buyer = new LinkedHashMap<>();
            buyer.put("buyerName", order.buyer());
            order.email().ifPresent(email -> buyer.put("buyerEmail", email));
            paper.put("buyer", buyer);
        }
        if (data.contains("RECIPIENT")) {
            paper.put(
                    "recipient",
                    Map.of(
                            "deliveryAddress",
                            Map.of(
                                    "name",
                                    order.buyer(),
                                    "addressLine1",
                                    "1 High Street",
                                    "city",
                                    "London",
                                    "postalCode",
                                    "N1 1AA",
                                    "countryCode",
                                    "GB",
                                    "addressType",
                                    "RESIDENTIAL")));
        }
        if (data.contains("PROCEEDS")) {
            paper.put("proceeds", Map.of("grandTotal", money(order.total())));
        }
        if (data.contains("FULFILLMENT")) {
            paper.put("fulfillment", Map.of("fulfillmentStatus", status(order), "fulfilledBy", "MERCHANT"));
        }
        paper.put(
                "orderItems",
                order.lines().stream().map(line -> item(line, order, data)).toList());
        return paper;
    }

    private static Map<String, Object> item(MarketLine line, MarketOrder order, Set<String> data) {
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("orderItemId", line.id());
        paper.put("quantityOrdered", line.current());
        paper.put(
                "product",
                Map.of(
                        "asin",
                        "B00ESIM001",
                        "title",
                        line.title(),
                        "sellerSku",
                        line.sku(),
                        "price",
                        Map.of("unitPrice", money(line.price()))));
        if (data.contains("FULFILLMENT")) {
            paper.put(
                    "fulfillment",
                    Map.of(
                            "quantityFulfilled",
                            line.fulfilled(),
                            "quantityUnfulfilled",
                            order.cancelled() ? 0 : line.remaining()));
        }
        return paper;
    }

    private static Map<String, Object> money(BigDecimal amount) {
        return Map.of("amount", amount.toPlainString(), "currencyCode", "GBP");
    }

    /** The notification, by its schema. */
    static Map<String, Object> notification(MarketOrder order, String notificationId, String now) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("MarketplaceId", MARKETPLACE);
        summary.put("OrderStatus", AmazonPaperV0.status(order));
        summary.put("PurchaseDate", order.createdAt().toString());
        summary.put("DestinationPostalCode", "N1 1AA");
        summary.put("FulfillmentType", "MFN");
        summary.put("OrderType", "StandardOrder");
        summary.put(
                "OrderItems",
                order.lines().stream()
                        .map(line -> {
                            Map<String, Object> item = new LinkedHashMap<>();
                            item.put("OrderItemId", line.id());
                            item.put("SellerSKU", line.sku());
                            item.put("SupplySourceId", null);
                            item.put("Quantity", line.current());
                            item.put("QuantityShipped", line.fulfilled());
                            return item;
                        })
                        .toList());
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("NotificationLevel", "OrderLevel");
        change.put("SellerId", "A0SANDBOXSELLER");
        change.put("AmazonOrderId", order.id());
        change.put("OrderChangeType", "OrderStatusChange");
        change.put(
                "OrderChangeTrigger",
                Map.of("TimeOfOrderChange", order.updatedAt().toString(), "ChangeReason", "Order status change"));
        change.put("Summary", summary);
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("NotificationVersion", "1.0");
        notification.put("NotificationType", "ORDER_CHANGE");
        notification.put("PayloadVersion", "1.0");
        notification.put("EventTime", now);
        notification.put("Payload", Map.of("OrderChangeNotification", change));
        notification.put(
                "NotificationMetadata",
                Map.of(
                        "ApplicationId",
                        "amzn1.sellerapps.app.sandbox",
                        "SubscriptionId",
                        "sandbox-subscription",
                        "PublishTime",
                        now,
                        "NotificationId",
                        notificationId));
        return notification;
    }
}
