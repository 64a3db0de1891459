package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.UnreadableEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** An order of the Admin API in the shape that webhooks have, so that one reader understands both. */
final class GraphqlOrderReader {

    private GraphqlOrderReader() {}

    /**
     * @param order the node without its lines
     * @param lines of all pages
     */
    static ShopifyOrder read(JsonNode order, List<JsonNode> lines) {
        return new ShopifyOrder(
                ShopifyGid.read("Order", text(order, "id")).number(),
                text(order, "name"),
                text(order, "email"),
                null,
                text(order, "customerLocale"),
                text(order, "createdAt"),
                text(order, "updatedAt"),
                text(order, "processedAt"),
                text(order, "cancelledAt"),
                Optional.ofNullable(text(order, "displayFinancialStatus"))
                        .map(status -> status.toLowerCase(Locale.ROOT))
                        .orElse("unknown"),
                order.path("test").asBoolean(),
                moneySet(order.path("currentTotalPriceSet")),
                null,
                customer(order.path("customer")),
                address(order.path("shippingAddress")),
                StreamSupport.stream(order.path("refunds").spliterator(), false)
                        .map(refund -> new ShopifyOrder.Refund(
                                ShopifyGid.read("Refund", text(refund, "id")).number()))
                        .toList(),
                lines.stream().map(GraphqlOrderReader::line).toList());
    }

    private static ShopifyOrder.Line line(JsonNode line) {
        return new ShopifyOrder.Line(
                ShopifyGid.read("LineItem", text(line, "id")).number(),
                text(line, "sku"),
                text(line, "title"),
                whole(line, "quantity"),
                whole(line, "currentQuantity"),
                moneySet(line.path("originalUnitPriceSet")));
    }

    private static ShopifyOrder.Customer customer(JsonNode customer) {
        return !customer.isObject()
                ? null
                : new ShopifyOrder.Customer(
                        ShopifyGid.read("Customer", text(customer, "id")).number(),
                        text(customer.path("defaultEmailAddress"), "emailAddress"),
                        text(customer, "firstName"),
                        text(customer, "lastName"));
    }

    private static ShopifyOrder.Address address(JsonNode address) {
        return !address.isObject()
                ? null
                : new ShopifyOrder.Address(
                        text(address, "firstName"),
                        text(address, "lastName"),
                        text(address, "name"),
                        text(address, "company"),
                        text(address, "address1"),
                        text(address, "address2"),
                        text(address, "city"),
                        text(address, "zip"),
                        text(address, "province"),
                        text(address, "countryCodeV2"),
                        text(address, "phone"));
    }

    private static ShopifyOrder.MoneySet moneySet(JsonNode set) {
        return !set.isObject()
                ? null
                : new ShopifyOrder.MoneySet(amount(set.path("shopMoney")), amount(set.path("presentmentMoney")));
    }

    private static ShopifyOrder.Amount amount(JsonNode money) {
        return money.isObject() ? new ShopifyOrder.Amount(text(money, "amount"), text(money, "currencyCode")) : null;
    }

    private static Integer whole(JsonNode node, String field) {
        return node.path(field).isInt() ? node.path(field).intValue() : null;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** Every line of every page; a second page is a page of the same order. */
    static List<JsonNode> lines(JsonNode order) {
        if (!order.path("lineItems").path("nodes").isArray()) {
            throw new UnreadableEvent("an order without lineItems");
        }
        List<JsonNode> lines = new ArrayList<>();
        order.path("lineItems").path("nodes").forEach(lines::add);
        return lines;
    }
}
