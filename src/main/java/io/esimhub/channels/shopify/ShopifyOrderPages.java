package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order that is being read from the Admin API, page by page of its lines. */
final class ShopifyOrderPages {

    private static final int MOST_PAGES = 40;

    private final String shop;
    private final ShopifyGid order;
    private final List<JsonNode> lines = new ArrayList<>();
    private JsonNode head;
    private String after;
    private int pages;
    private boolean more = true;

    ShopifyOrderPages(String shop, ShopifyGid order) {
        this.shop = shop;
        this.order = order;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return more;
    }

    AdminCall next() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("id", order.text());
        variables.put("after", after);
        return new AdminCall(shop, "order", variables);
    }

    /** @throws AdminRefused if there is no end to it */
    void read(JsonNode data) {
        JsonNode page = data.path("order");
        more = false;
        if (page.isObject()) {
            head = page;
            lines.addAll(GraphqlOrderReader.lines(page));
            JsonNode info = page.path("lineItems").path("pageInfo");
            more = info.path("hasNextPage").asBoolean();
            after = info.path("endCursor").asText();
            pages++;
            if (pages > MOST_PAGES) {
                throw AdminRefused.of("an order with more than " + MOST_PAGES + " pages of lines");
            }
        }
    }

    /** The order, or null: older than the token may see, or deleted. */
    JsonNode head() {
        return head;
    }

    List<JsonNode> lines() {
        return lines;
    }
}
