package io.esimhub.sandbox.ebay;

import io.esimhub.sandbox.storefront.MarketLine;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders and notifications in eBay's words. */
final class EbayPaper {

    private EbayPaper() {}

    static String state(MarketOrder order) {
        return order.fulfilled() ? "FULFILLED" : order.touched() ? "IN_PROGRESS" : "NOT_STARTED";
    }

    static Map<String, Object> order(MarketOrder order) {
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("orderId", order.id());
        paper.put("legacyOrderId", order.id());
        paper.put("creationDate", time(order.createdAt()));
        paper.put("lastModifiedDate", time(order.updatedAt()));
        paper.put("orderFulfillmentStatus", state(order));
        paper.put("orderPaymentStatus", order.paid() ? order.cancelled() ? "FULLY_REFUNDED" : "PAID" : "PENDING");
        paper.put("sellerId", "sandbox-seller");
        paper.put("buyer", buyer(order));
        paper.put("pricingSummary", Map.of("priceSubtotal", money(order.total()), "total", money(order.total())));
        paper.put(
                "cancelStatus",
                Map.of("cancelState", order.cancelled() ? "CANCELED" : "NONE_REQUESTED", "cancelRequests", List.of()));
        paper.put(
                "fulfillmentStartInstructions",
                List.of(
                        order.requiresShipping()
                                ? Map.of(
                                        "fulfillmentInstructionsType",
                                        "SHIP_TO",
                                        "shippingStep",
                                        Map.of("shipTo", shipTo(order)))
                                : Map.of("fulfillmentInstructionsType", "DIGITAL")));
        paper.put("lineItems", order.lines().stream().map(EbayPaper::line).toList());
        return paper;
    }

    static Map<String, Object> fulfillments(MarketOrder order) {
        List<Map<String, Object>> all = order.shipments().stream()
                .map(shipment -> {
                    Map<String, Object> paper = new LinkedHashMap<>();
                    paper.put("fulfillmentId", shipment.id());
                    paper.put("shippedDate", time(shipment.at()));
                    if (shipment.tracking() != null) {
                        paper.put("shippingCarrierCode", shipment.carrier());
                        paper.put("shipmentTrackingNumber", shipment.tracking());
                    }
                    paper.put(
                            "lineItems",
                            shipment.units().entrySet().stream()
                                    .map(unit -> Map.of("lineItemId", unit.getKey(), "quantity", unit.getValue()))
                                    .toList());
                    return paper;
                })
                .toList();
        return Map.of("fulfillments", all, "total", all.size());
    }

    static Map<String, Object> notification(MarketOrder order, String id, Instant now) {
        return Map.of(
                "metadata",
                Map.of("topic", "ORDER_CONFIRMATION", "schemaVersion", "1.0", "deprecated", false),
                "notification",
                Map.of(
                        "notificationId",
                        id,
                        "eventDate",
                        time(now),
                        "publishDate",
                        time(now),
                        "publishAttemptCount",
                        1,
                        "data",
                        Map.of(
                                "user",
                                Map.of("userId", "SandboxSeller", "username", "sandbox-seller"),
                                "order",
                                Map.of(
                                        "orderId",
                                        order.id(),
                                        "orderLineItems",
                                        order.lines().stream()
                                                .map(line -> Map.of(
                                                        "orderLineItemId",
                                                        line.id(),
                                                        "listingId",
                                                        "280000000001",
                                                        "quantity",
                                                        line.current()))
                                                .toList()))));
    }

    static String time(Instant at) {
        return java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                .format(at.atOffset(java.time.ZoneOffset.UTC));
    }

    private static Map<String, Object> buyer(MarketOrder order) {
        Map<String, Object> registered = new LinkedHashMap<>();
        registered.put("fullName", order.buyer());
        order.email().ifPresent(email -> registered.put("email", email));
        return Map.of("username", "buyer-" + order.id(), "buyerRegistrationAddress", registered);
    }

    private static Map<String, Object> shipTo(MarketOrder order) {
        return Map.of(
                "fullName",
                order.buyer(),
                "contactAddress",
                Map.of("addressLine1", "1 High Street", "city", "London", "postalCode", "N1 1AA", "countryCode", "GB"));
    }

    private static Map<String, Object> line(MarketLine line) {
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("lineItemId", line.id());
        paper.put("legacyItemId", "280000000001");
        paper.put("sku", line.sku());
        paper.put("title", line.title());
        paper.put("quantity", line.current());
        paper.put("lineItemCost", money(line.price().multiply(BigDecimal.valueOf(line.current()))));
        paper.put("total", money(line.price().multiply(BigDecimal.valueOf(line.current()))));
        paper.put("lineItemFulfillmentStatus", line.remaining() == 0 ? "FULFILLED" : "NOT_STARTED");
        return paper;
    }

    /** One decimal where it is enough, as eBay writes amounts. */
    private static Map<String, Object> money(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return Map.of("value", (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString(), "currency", "USD");
    }
}
