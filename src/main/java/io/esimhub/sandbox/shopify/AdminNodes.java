package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.storefront.MarketLine;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Orders in the shape of the Admin API. */
final class AdminNodes {

    private AdminNodes() {}

    static Map<String, Object> order(MarketOrder order) {
        Map<String, Object> node = new HashMap<>();
        node.put("id", gid("Order", order.id()));
        node.put("name", order.name());
        node.put("email", order.email().orElse(null));
        node.put("createdAt", order.createdAt().toString());
        node.put("processedAt", order.createdAt().toString());
        node.put("updatedAt", order.updatedAt().toString());
        node.put("cancelledAt", order.cancelled() ? order.updatedAt().toString() : null);
        node.put("test", order.test());
        node.put("customerLocale", "en");
        node.put("displayFinancialStatus", ShopPaper.financialStatus(order).toUpperCase(Locale.ROOT));
        node.put(
                "displayFulfillmentStatus",
                order.fulfilled() ? "FULFILLED" : order.touched() ? "PARTIALLY_FULFILLED" : "UNFULFILLED");
        node.put("currentTotalPriceSet", money(order.total()));
        node.put("totalPriceSet", money(order.total()));
        node.put("customer", customer(order));
        node.put("shippingAddress", order.requiresShipping() ? address(order) : null);
        node.put(
                "refunds",
                order.refunds().stream()
                        .map(refund -> Map.of(
                                "id",
                                gid("Refund", refund.id()),
                                "createdAt",
                                refund.at().toString()))
                        .toList());
        node.put("risk", risk(order));
        node.put("lineItems", order.lines().stream().map(AdminNodes::line).toList());
        node.put("fulfillmentOrders", List.of(fulfillmentOrder(order)));
        node.put(
                "fulfillments",
                order.shipments().stream()
                        .map(shipment -> Map.of(
                                "id",
                                gid("Fulfillment", shipment.id()),
                                "status",
                                "SUCCESS",
                                "createdAt",
                                shipment.at().toString()))
                        .toList());
        return node;
    }

    /** One fulfillment order for everything, as for a shop with one location. */
    static Map<String, Object> fulfillmentOrder(MarketOrder order) {
        boolean open = order.lines().stream().anyMatch(line -> line.remaining() > 0);
        Map<String, Object> node = new HashMap<>();
        node.put("id", gid("FulfillmentOrder", order.id()));
        node.put("status", order.cancelled() ? "CLOSED" : open ? order.touched() ? "IN_PROGRESS" : "OPEN" : "CLOSED");
        node.put(
                "supportedActions",
                open && !order.cancelled() ? List.of(Map.of("action", "CREATE_FULFILLMENT")) : List.of());
        node.put("assignedLocation", Map.of("name", "Head office", "location", Map.of("id", gid("Location", "1"))));
        node.put("deliveryMethod", Map.of("methodType", order.requiresShipping() ? "SHIPPING" : "NONE"));
        node.put(
                "lineItems",
                order.lines().stream().map(AdminNodes::fulfillmentLine).toList());
        return node;
    }

    static String gid(String type, String id) {
        return "gid://shopify/" + type + "/" + id;
    }

    private static Map<String, Object> fulfillmentLine(MarketLine line) {
        return Map.of(
                "id",
                gid("FulfillmentOrderLineItem", line.id()),
                "sku",
                line.sku(),
                "totalQuantity",
                line.current(),
                "remainingQuantity",
                line.remaining(),
                "requiresShipping",
                line.sku().startsWith("SIM-"),
                "lineItem",
                line(line));
    }

    private static Map<String, Object> line(MarketLine line) {
        return Map.of(
                "id",
                gid("LineItem", line.id()),
                "sku",
                line.sku(),
                "title",
                line.title(),
                "quantity",
                line.ordered(),
                "currentQuantity",
                line.current(),
                "unfulfilledQuantity",
                line.remaining(),
                "requiresShipping",
                line.sku().startsWith("SIM-"),
                "originalUnitPriceSet",
                money(line.price()));
    }

    private static Map<String, Object> customer(MarketOrder order) {
        Map<String, Object> customer = new HashMap<>();
        customer.put("id", gid("Customer", Long.toString(Long.parseLong(order.id()) + 7)));
        customer.put("firstName", ShopPaper.firstName(order));
        customer.put("lastName", ShopPaper.lastName(order));
        customer.put(
                "defaultEmailAddress",
                order.email().map(email -> Map.of("emailAddress", email)).orElse(null));
        return customer;
    }

    private static Map<String, Object> address(MarketOrder order) {
        return Map.of(
                "name",
                order.buyer(),
                "address1",
                "1 High Street",
                "city",
                "London",
                "zip",
                "N1 1AA",
                "countryCodeV2",
                "GB");
    }

    /** Whoever's address begins with "risky" is: so that one can see what happens then. */
    private static Map<String, Object> risk(MarketOrder order) {
        boolean risky = order.email().filter(email -> email.startsWith("risky")).isPresent();
        return Map.of(
                "recommendation",
                risky ? "CANCEL" : "ACCEPT",
                "assessments",
                List.of(Map.of("riskLevel", risky ? "HIGH" : "LOW")));
    }

    private static Map<String, Object> money(BigDecimal amount) {
        Map<String, Object> usd = Map.of("amount", amount.toPlainString(), "currencyCode", "USD");
        return Map.of("shopMoney", usd, "presentmentMoney", usd);
    }
}
