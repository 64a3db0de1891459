package io.esimhub.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** An order in a shop, as Shopify's webhooks show it. Each change is a copy. */
record ShopOrder(Map<String, Object> fields) {

    private static final AtomicLong IDS = new AtomicLong(5_000_000_000_000_000_001L);

    /** Paid, one eSIM for the United Kingdom. */
    static ShopOrder paid() {
        return paid("ESIM-GB-1GB-7D", 1);
    }

    static ShopOrder paid(String sku, int quantity) {
        long id = IDS.incrementAndGet();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("admin_graphql_api_id", "gid://shopify/Order/" + id);
        fields.put("name", "#" + id % 100_000);
        fields.put("email", "traveller" + id + "@example.com");
        fields.put("created_at", "2026-07-01T10:00:00-04:00");
        fields.put("updated_at", "2026-07-01T10:00:05-04:00");
        fields.put("financial_status", "paid");
        fields.put("test", false);
        fields.put("cancelled_at", null);
        fields.put("customer", Map.of("id", id + 7, "first_name", "Ada", "last_name", "Traveller"));
        fields.put("total_price_set", money("4.50"));
        fields.put("line_items", List.of(line(id + 1, sku, quantity)));
        return new ShopOrder(fields);
    }

    String id() {
        return fields.get("id").toString();
    }

    String email() {
        return (String) fields.get("email");
    }

    ShopOrder with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new ShopOrder(changed);
    }

    ShopOrder at(String updatedAt) {
        return with("updated_at", updatedAt);
    }

    ShopOrder unpaid() {
        return with("financial_status", "pending");
    }

    @SuppressWarnings("unchecked")
    ShopOrder andLine(String sku, int quantity) {
        List<Object> lines = new ArrayList<>((List<Object>) fields.get("line_items"));
        lines.add(line(Long.parseLong(id()) + 100 + lines.size(), sku, quantity));
        return with("line_items", lines);
    }

    /** The first line as it stands after a refund or an edit. */
    @SuppressWarnings("unchecked")
    ShopOrder currentQuantity(int quantity) {
        List<Object> lines = new ArrayList<>((List<Object>) fields.get("line_items"));
        Map<String, Object> first = new LinkedHashMap<>((Map<String, Object>) lines.get(0));
        first.put("current_quantity", quantity);
        lines.set(0, first);
        return with("line_items", lines);
    }

    String json() {
        return Shop.json(fields);
    }

    private static Map<String, Object> line(long id, String sku, int quantity) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("sku", sku);
        line.put("title", "A thing");
        line.put("quantity", quantity);
        line.put("current_quantity", quantity);
        line.put("price_set", money("4.50"));
        return line;
    }

    private static Map<String, Object> money(String amount) {
        Map<String, String> money = Map.of("amount", amount, "currency_code", "USD");
        return Map.of("shop_money", money, "presentment_money", money);
    }
}
