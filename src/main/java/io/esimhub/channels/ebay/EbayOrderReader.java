package io.esimhub.channels.ebay;

import static io.esimhub.operations.http.VendorJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.UnreadableEvent;
import io.esimhub.model.Money;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.orders.OrderIdentity;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.Payment;
import io.esimhub.orders.PostalAddress;
import io.esimhub.orders.SnapshotCustomer;
import io.esimhub.orders.SnapshotLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** eBay's order (Fulfillment API, {@code getOrder}) in our words. Unknown words of eBay's never count as money received. */
final class EbayOrderReader {

    private EbayOrderReader() {}

    /** @throws UnreadableEvent if it is not an order */
    static OrderSnapshot read(String account, JsonNode order) {
        String id = need(order, "orderId");
        if (!order.path("lineItems").isArray()) {
            throw new UnreadableEvent("an order without lineItems");
        }
        List<SnapshotLine> lines = new ArrayList<>();
        order.path("lineItems").forEach(line -> lines.add(line(line)));
        boolean cancelled =
                order.path("cancelStatus").path("cancelState").asText().equals("CANCELED");
        return new OrderSnapshot(
                new OrderIdentity(EbayWebhooks.CHANNEL, account, id),
                id,
                time(need(order, "lastModifiedDate")),
                text(order, "creationDate").map(EbayOrderReader::time),
                payment(text(order, "orderPaymentStatus").orElse("")),
                cancelled,
                false,
                cancelled ? Optional.empty() : hold(order.path("cancelStatus")).or(() -> sentAlready(order)),
                customer(order),
                address(shipTo(order)),
                money(order.path("pricingSummary").path("total")),
                Optional.empty(),
                Optional.empty(),
                List.copyOf(lines));
    }

    private static SnapshotLine line(JsonNode line) {
        int quantity = line.path("quantity").asInt(-1);
        if (quantity < 0) {
            throw new UnreadableEvent("a line has no quantity");
        }
        return new SnapshotLine(
                need(line, "lineItemId"),
                text(line, "sku"),
                text(line, "title").orElse(""),
                quantity,
                unitPrice(line, quantity));
    }

    /** eBay's {@code lineItemCost} is of the whole line. */
    private static Optional<Money> unitPrice(JsonNode line, int quantity) {
        return quantity == 0
                ? Optional.empty()
                : money(line.path("lineItemCost"))
                        .map(cost -> new Money(
                                cost.amount().divide(BigDecimal.valueOf(quantity), 4, RoundingMode.HALF_UP),
                                cost.currency()));
    }

    /** Refunds of eBay's are money: a partly refunded order still owes its units. */
    private static Payment payment(String status) {
        return switch (status) {
            case "PAID", "PARTIALLY_REFUNDED" -> Payment.PAID;
            case "FULLY_REFUNDED" -> Payment.REFUNDED;
            default -> Payment.UNPAID;
        };
    }

    /** The buyer asked to cancel, and the seller has not answered, or eBay says it in a word we do not know: nothing is bought meanwhile. */
    private static Optional<String> hold(JsonNode cancelStatus) {
        boolean open = !Set.of("", "NONE_REQUESTED")
                .contains(cancelStatus.path("cancelState").asText(""));
        for (JsonNode request : cancelStatus.path("cancelRequests")) {
            open |= !Set.of("COMPLETED", "REJECTED")
                    .contains(request.path("cancelRequestState").asText(""));
        }
        return open ? Optional.of("CANCEL_REQUESTED") : Optional.empty();
    }

    /** By the seller, or by whoever served the account before us. */
    private static Optional<String> sentAlready(JsonNode order) {
        String status = order.path("orderFulfillmentStatus").asText("");
        return status.equals("FULFILLED") || status.equals("IN_PROGRESS")
                ? Optional.of(OrderSnapshot.FULFILLED_ALREADY)
                : Optional.empty();
    }

    /** The address is an alias that forwards for two weeks; people are never matched by it. */
    private static SnapshotCustomer customer(JsonNode order) {
        JsonNode buyer = order.path("buyer");
        JsonNode registered = buyer.path("buyerRegistrationAddress");
        return new SnapshotCustomer(
                text(buyer, "username"),
                text(registered, "email").or(() -> text(shipTo(order), "email")),
                text(registered, "fullName").or(() -> text(shipTo(order), "fullName")),
                Optional.empty());
    }

    private static JsonNode shipTo(JsonNode order) {
        return order.path("fulfillmentStartInstructions")
                .path(0)
                .path("shippingStep")
                .path("shipTo");
    }

    private static Optional<PostalAddress> address(JsonNode shipTo) {
        JsonNode address = shipTo.path("contactAddress");
        Optional<String> line1 = text(address, "addressLine1");
        Optional<String> city = text(address, "city");
        Optional<String> country = text(address, "countryCode");
        return line1.isEmpty() || city.isEmpty() || country.isEmpty()
                ? Optional.empty()
                : Optional.of(new PostalAddress(
                        text(shipTo, "fullName").orElse(""),
                        text(shipTo, "companyName").orElse(""),
                        line1.get(),
                        text(address, "addressLine2").orElse(""),
                        city.get(),
                        text(address, "postalCode").orElse(""),
                        text(address, "stateOrProvince").orElse(""),
                        country.get(),
                        text(shipTo.path("primaryPhone"), "phoneNumber").orElse("")));
    }

    private static Optional<Money> money(JsonNode amount) {
        try {
            return VendorJson.number(amount, "value")
                    .flatMap(value -> text(amount, "currency").map(currency -> new Money(value, currency)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableEvent("an amount is not money");
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableEvent("a time is not ISO 8601");
        }
    }

    private static String need(JsonNode node, String field) {
        return text(node, field).orElseThrow(() -> new UnreadableEvent(field + " is missing"));
    }
}
