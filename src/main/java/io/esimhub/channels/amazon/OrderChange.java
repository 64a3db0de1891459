package io.esimhub.channels.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.UnreadableEvent;
import io.esimhub.operations.http.VendorJson;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a notification says that we need to know (schema {@code OrderChangeNotification}); price and buyer are not in it.
 *
 * @param type {@code ORDER_CHANGE}; others have other shapes
 * @param orderId 3-7-7 digits
 * @param status e.g. {@code Pending}, {@code Unshipped}
 * @param fulfillmentType {@code MFN}: the seller sends; {@code AFN}: Amazon does
 */
record OrderChange(
        String type,
        String notificationId,
        String orderId,
        Optional<String> sellerId,
        Optional<String> marketplaceId,
        String status,
        String fulfillmentType) {

    private static final Pattern ORDER_ID = Pattern.compile("[0-9]{3}-[0-9]{7}-[0-9]{7}");

    static boolean isOrderId(String text) {
        return ORDER_ID.matcher(text).matches();
    }

    /** @throws UnreadableEvent if it is an ORDER_CHANGE of another shape */
    static OrderChange read(JsonNode notification) {
        String type = need(notification, "NotificationType");
        String id = need(notification.path("NotificationMetadata"), "NotificationId");
        if (!type.equals("ORDER_CHANGE")) {
            return new OrderChange(type, id, "", Optional.empty(), Optional.empty(), "", "");
        }
        JsonNode change = notification.path("Payload").path("OrderChangeNotification");
        JsonNode summary = change.path("Summary");
        String orderId = need(change, "AmazonOrderId");
        if (!isOrderId(orderId)) {
            throw new UnreadableEvent("AmazonOrderId is not of the form 3-7-7");
        }
        return new OrderChange(
                type,
                id,
                orderId,
                VendorJson.text(change, "SellerId"),
                VendorJson.text(summary, "MarketplaceId"),
                need(summary, "OrderStatus"),
                VendorJson.text(summary, "FulfillmentType").orElse("MFN"));
    }

    private static String need(JsonNode node, String field) {
        return VendorJson.text(node, field).orElseThrow(() -> new UnreadableEvent(field + " is missing"));
    }
}
