package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.storefront.MarketLine;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders and refunds in the shape of webhooks (REST): the fields that Shopify sends, with the shop's own time offset. */
final class ShopPaper {

    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(-5);

    private ShopPaper() {}

    static Map<String, Object> order(MarketOrder order) {
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("id", Long.parseLong(order.id()));
        paper.put("admin_graphql_api_id", "gid://shopify/Order/" + order.id());
        paper.put("name", order.name());
        paper.put("order_number", Integer.parseInt(order.name().substring(1)));
        paper.put("email", order.email().orElse(""));
        paper.put("contact_email", order.email().orElse(null));
        paper.put("created_at", time(order.createdAt()));
        paper.put("processed_at", time(order.createdAt()));
        paper.put("updated_at", time(order.updatedAt()));
        paper.put("cancelled_at", order.cancelled() ? time(order.updatedAt()) : null);
        paper.put("cancel_reason", order.cancelled() ? "customer" : null);
        paper.put("currency", "USD");
        paper.put("presentment_currency", "USD");
        paper.put("customer_locale", "en");
        paper.put("financial_status", financialStatus(order));
        paper.put("fulfillment_status", order.fulfilled() ? "fulfilled" : order.touched() ? "partial" : null);
        paper.put("test", order.test());
        paper.put("confirmed", true);
        paper.put("source_name", "web");
        paper.put("total_price", order.total().toPlainString());
        paper.put("total_price_set", money(order.total()));
        paper.put("current_total_price", order.total().toPlainString());
        paper.put("current_total_price_set", money(order.total()));
        paper.put("customer", customer(order));
        paper.put("shipping_address", order.requiresShipping() ? address(order) : null);
        paper.put("line_items", order.lines().stream().map(ShopPaper::line).toList());
        paper.put(
                "refunds",
                order.refunds().stream().map(refund -> refund(order, refund)).toList());
        return paper;
    }

    static Map<String, Object> refund(MarketOrder order, MarketOrder.Refund refund) {
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("id", Long.parseLong(refund.id()));
        paper.put("admin_graphql_api_id", "gid://shopify/Refund/" + refund.id());
        paper.put("order_id", Long.parseLong(order.id()));
        paper.put("created_at", time(refund.at()));
        paper.put("processed_at", time(refund.at()));
        paper.put("note", null);
        paper.put("restock", false);
        List<Map<String, Object>> lines = new ArrayList<>();
        refund.units().forEach((line, quantity) -> {
            Map<String, Object> unit = new LinkedHashMap<>();
            unit.put("id", Long.parseLong(refund.id()) + lines.size() + 1);
            unit.put("line_item_id", Long.parseLong(line));
            unit.put("quantity", quantity);
            unit.put("restock_type", "no_restock");
            lines.add(unit);
        });
        paper.put("refund_line_items", lines);
        paper.put("order_adjustments", List.of());
        paper.put(
                "transactions",
                List.of(Map.of(
                        "id",
                        Long.parseLong(refund.id()) + 50,
                        "kind",
                        "refund",
                        "status",
                        "success",
                        "amount",
                        refund.amount().toPlainString(),
                        "currency",
                        "USD")));
        return paper;
    }

    static Map<String, Object> edit(MarketOrder order, Map<String, Integer> before, long id) {
        List<Map<String, Object>> additions = new ArrayList<>();
        List<Map<String, Object>> removals = new ArrayList<>();
        for (MarketLine line : order.lines()) {
            int delta = line.current() - before.getOrDefault(line.id(), line.current());
            if (delta != 0) {
                (delta > 0 ? additions : removals)
                        .add(Map.of("id", Long.parseLong(line.id()), "delta", Math.abs(delta)));
            }
        }
        Map<String, Object> edit = new LinkedHashMap<>();
        edit.put("id", id);
        edit.put("app_id", null);
        edit.put("created_at", time(order.updatedAt()));
        edit.put("committed_at", time(order.updatedAt()));
        edit.put("notify_customer", false);
        edit.put("order_id", Long.parseLong(order.id()));
        edit.put("staff_note", "");
        edit.put("user_id", null);
        edit.put("line_items", Map.of("additions", additions, "removals", removals));
        return Map.of("order_edit", edit);
    }

    static String financialStatus(MarketOrder order) {
        if (!order.paid()) {
            return order.cancelled() ? "voided" : "pending";
        }
        if (order.cancelled()) {
            return "refunded";
        }
        return order.refunds().isEmpty() ? "paid" : "partially_refunded";
    }

    static Map<String, Object> money(BigDecimal amount) {
        Map<String, String> usd = Map.of("amount", amount.toPlainString(), "currency_code", "USD");
        return Map.of("shop_money", usd, "presentment_money", usd);
    }

    static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(OFFSET));
    }

    private static Map<String, Object> line(MarketLine line) {
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("id", Long.parseLong(line.id()));
        paper.put("admin_graphql_api_id", "gid://shopify/LineItem/" + line.id());
        paper.put("sku", line.sku());
        paper.put("title", line.title());
        paper.put("name", line.title());
        paper.put("quantity", line.ordered());
        paper.put("current_quantity", line.current());
        paper.put("fulfillable_quantity", line.remaining());
        paper.put("fulfillment_status", line.remaining() == 0 && line.fulfilled() > 0 ? "fulfilled" : null);
        paper.put("requires_shipping", line.sku().startsWith("SIM-"));
        paper.put("gift_card", false);
        paper.put("product_exists", true);
        paper.put("product_id", null);
        paper.put("variant_id", null);
        paper.put("price", line.price().toPlainString());
        paper.put("price_set", money(line.price()));
        paper.put("properties", List.of());
        return paper;
    }

    private static Map<String, Object> customer(MarketOrder order) {
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("id", Long.parseLong(order.id()) + 7);
        customer.put("email", order.email().orElse(null));
        customer.put("first_name", firstName(order));
        customer.put("last_name", lastName(order));
        return customer;
    }

    static String firstName(MarketOrder order) {
        return order.buyer().split(" ", 2)[0];
    }

    static String lastName(MarketOrder order) {
        String[] names = order.buyer().split(" ", 2);
        return names.length > 1 ? names[1] : "";
    }

    private static Map<String, Object> address(MarketOrder order) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("name", order.buyer());
        address.put("address1", "1 High Street");
        address.put("address2", null);
        address.put("city", "London");
        address.put("zip", "N1 1AA");
        address.put("province", null);
        address.put("country_code", "GB");
        address.put("phone", null);
        return address;
    }
}
