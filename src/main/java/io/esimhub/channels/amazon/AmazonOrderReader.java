package io.esimhub.channels.amazon;

import static io.esimhub.operations.http.VendorJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.UnreadableEvent;
import io.esimhub.model.Money;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.orders.PostalAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an order of the Orders API 2026-01-01 ({@code getOrder}). */
final class AmazonOrderReader {

    private AmazonOrderReader() {}

    /** @throws UnreadableEvent if it is not an order */
    static AmazonOrder read(JsonNode order) {
        if (!order.path("orderItems").isArray()) {
            throw new UnreadableEvent("an order without orderItems");
        }
        List<AmazonOrder.Item> items = new ArrayList<>();
        order.path("orderItems").forEach(item -> items.add(item(item)));
        JsonNode fulfillment = order.path("fulfillment");
        JsonNode recipient = order.path("recipient").path("deliveryAddress");
        return new AmazonOrder(
                need(order, "orderId"),
                AmazonWords.time(need(order, "lastUpdatedTime")),
                text(order, "createdTime").map(AmazonWords::time),
                text(fulfillment, "fulfillmentStatus").orElse(""),
                text(fulfillment, "fulfilledBy").filter("AMAZON"::equals).isPresent(),
                text(order.path("salesChannel"), "marketplaceId"),
                text(order.path("buyer"), "buyerEmail"),
                text(order.path("buyer"), "buyerName").or(() -> text(recipient, "name")),
                address(recipient),
                money(order.path("proceeds").path("grandTotal"), "amount", "currencyCode"),
                List.copyOf(items));
    }

    private static AmazonOrder.Item item(JsonNode item) {
        int ordered = item.path("quantityOrdered").asInt(-1);
        if (ordered < 0) {
            throw new UnreadableEvent("an item has no quantityOrdered");
        }
        JsonNode cancellation = item.path("cancellation");
        boolean executed = cancellation.path("cancellationExecution").isObject();
        JsonNode product = item.path("product");
        JsonNode fulfillment = item.path("fulfillment");
        return new AmazonOrder.Item(
                need(item, "orderItemId"),
                text(product, "sellerSku"),
                text(product, "title").orElse(""),
                executed ? owed(fulfillment, ordered) : ordered,
                fulfillment.path("quantityFulfilled").asInt(0),
                cancellation.path("cancellationRequest").isObject() && !executed,
                money(product.path("price").path("unitPrice"), "amount", "currencyCode"));
    }

    /** After a cancellation: what was sent and what still is to be. Without those figures, nothing. */
    private static int owed(JsonNode fulfillment, int ordered) {
        int left = fulfillment.path("quantityFulfilled").asInt(0)
                + fulfillment.path("quantityUnfulfilled").asInt(0);
        return Math.min(ordered, left);
    }

    static Optional<PostalAddress> address(JsonNode address) {
        return postal(
                address,
                List.of(
                        "name",
                        "companyName",
                        "addressLine1",
                        "addressLine2",
                        "city",
                        "postalCode",
                        "stateOrRegion",
                        "countryCode",
                        "phone"));
    }

    /** @param fields name, company, two lines, city, post code, region, country, phone */
    static Optional<PostalAddress> postal(JsonNode address, List<String> fields) {
        List<String> values =
                fields.stream().map(field -> text(address, field).orElse("")).toList();
        return values.get(2).isEmpty()
                        || values.get(4).isEmpty()
                        || values.get(7).isEmpty()
                ? Optional.empty()
                : Optional.of(new PostalAddress(
                        values.get(0),
                        values.get(1),
                        values.get(2),
                        values.get(3),
                        values.get(4),
                        values.get(5),
                        values.get(6),
                        values.get(7),
                        values.get(8)));
    }

    static Optional<Money> money(JsonNode money, String amount, String currency) {
        try {
            return VendorJson.number(money, amount)
                    .flatMap(value -> text(money, currency).map(code -> new Money(value, code)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableEvent("an amount is not money");
        }
    }

    static String need(JsonNode node, String field) {
        return text(node, field).orElseThrow(() -> new UnreadableEvent(field + " is missing"));
    }
}
