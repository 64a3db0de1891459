package io.esimhub.sandbox.amazon;

import io.esimhub.sandbox.storefront.MarketLine;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders in the words of the Orders API v0. */
final class AmazonPaperV0 {

    private AmazonPaperV0() {}

    static String status(MarketOrder order) {
        return switch (AmazonPaper.status(order)) {
            case "CANCELLED" -> "Canceled";
            case "PENDING" -> "Pending";
            case "SHIPPED" -> "Shipped";
            case "PARTIALLY_SHIPPED" -> "PartiallyShipped";
            default -> "Unshipped";
        };
    }

    /** @param restricted the call came with a token for restricted data */
    static Map<String, Object> order(MarketOrder order, boolean restricted) {
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("AmazonOrderId", order.id());
        paper.put("PurchaseDate", order.createdAt().toString());
        paper.put("LastUpdateDate", order.updatedAt().toString());
        paper.put("OrderStatus", status(order));
        paper.put("FulfillmentChannel", "MFN");
        paper.put("SalesChannel", "Amazon.co.uk");
        paper.put("MarketplaceId", AmazonPaper.MARKETPLACE);
        paper.put("OrderTotal", money(order.total()));
        if (restricted) {
            Map<String, Object> buyer = new LinkedHashMap<>();
            order.email().ifPresent(email -> buyer.put("BuyerEmail", email));
            buyer.put("BuyerName", order.buyer());
            paper.put("BuyerInfo", buyer);
            paper.put(
                    "ShippingAddress",
                    Map.of(
                            "Name",
                            order.buyer(),
                            "AddressLine1",
                            "1 High Street",
                            "City",
                            "London",
                            "PostalCode",
                            "N1 1AA",
                            "CountryCode",
                            "GB"));
        }
        return paper;
    }

    static List<Map<String, Object>> items(MarketOrder order) {
        return order.lines().stream().map(AmazonPaperV0::item).toList();
    }

    private static Map<String, Object> item(MarketLine line) {
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("ASIN", "B00ESIM001");
        paper.put("OrderItemId", line.id());
        paper.put("SellerSKU", line.sku());
        paper.put("Title", line.title());
        paper.put("QuantityOrdered", line.current());
        paper.put("QuantityShipped", line.fulfilled());
        paper.put("ItemPrice", money(line.price().multiply(BigDecimal.valueOf(line.current()))));
        return paper;
    }

    private static Map<String, Object> money(BigDecimal amount) {
        return Map.of("CurrencyCode", "GBP", "Amount", amount.toPlainString());
    }
}
