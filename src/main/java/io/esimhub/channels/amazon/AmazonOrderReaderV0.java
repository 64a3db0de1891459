package io.esimhub.channels.amazon;

import static io.esimhub.channels.amazon.AmazonOrderReader.money;
import static io.esimhub.channels.amazon.AmazonOrderReader.need;
import static io.esimhub.operations.http.VendorJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.UnreadableEvent;
import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Reads an order of the Orders API v0, which Amazon ends on 2027-03-27: {@code getOrder} and {@code getOrderItems}. */
final class AmazonOrderReaderV0 {

    private AmazonOrderReaderV0() {}

    /** @throws UnreadableEvent if it is not an order */
    static AmazonOrder read(JsonNode order, List<JsonNode> items) {
        JsonNode address = order.path("ShippingAddress");
        return new AmazonOrder(
                need(order, "AmazonOrderId"),
                AmazonWords.time(need(order, "LastUpdateDate")),
                text(order, "PurchaseDate").map(AmazonWords::time),
                need(order, "OrderStatus"),
                text(order, "FulfillmentChannel").filter("AFN"::equals).isPresent(),
                text(order, "MarketplaceId"),
                text(order.path("BuyerInfo"), "BuyerEmail"),
                text(order.path("BuyerInfo"), "BuyerName").or(() -> text(address, "Name")),
                AmazonOrderReader.postal(
                        address,
                        List.of(
                                "Name",
                                "CompanyName",
                                "AddressLine1",
                                "AddressLine2",
                                "City",
                                "PostalCode",
                                "StateOrRegion",
                                "CountryCode",
                                "Phone")),
                money(order.path("OrderTotal"), "Amount", "CurrencyCode"),
                items.stream().map(AmazonOrderReaderV0::item).toList());
    }

    private static AmazonOrder.Item item(JsonNode item) {
        int ordered = item.path("QuantityOrdered").asInt(-1);
        if (ordered < 0) {
            throw new UnreadableEvent("an item has no QuantityOrdered");
        }
        return new AmazonOrder.Item(
                need(item, "OrderItemId"),
                text(item, "SellerSKU"),
                text(item, "Title").orElse(""),
                ordered,
                item.path("QuantityShipped").asInt(0),
                // a text in v0's own examples
                item.path("BuyerRequestedCancel")
                        .path("IsBuyerRequestedCancel")
                        .asText()
                        .equalsIgnoreCase("true"),
                unitPrice(item, ordered));
    }

    /** v0's {@code ItemPrice} is of all units of the item. */
    private static Optional<Money> unitPrice(JsonNode item, int ordered) {
        return ordered == 0
                ? Optional.empty()
                : money(item.path("ItemPrice"), "Amount", "CurrencyCode")
                        .map(price -> new Money(
                                price.amount().divide(BigDecimal.valueOf(ordered), 4, RoundingMode.HALF_UP),
                                price.currency()));
    }
}
