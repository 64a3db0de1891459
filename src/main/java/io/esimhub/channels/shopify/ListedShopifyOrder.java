package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order of the shop's list, in our words. */
final class ListedShopifyOrder {

    private ListedShopifyOrder() {}

    /** @param node with its lines as a connection, or as a file's lines were put together again */
    static ListedOrder read(String shop, JsonNode node) {
        List<JsonNode> lines = GraphqlOrderReader.lines(node);
        OrderSnapshot snapshot = ShopifyOrderReader.read(shop, GraphqlOrderReader.read(node, lines));
        Map<String, Integer> fulfilled = new HashMap<>();
        for (JsonNode line : lines) {
            int open = line.path("unfulfilledQuantity").asInt(-1);
            if (open >= 0) {
                fulfilled.put(
                        ShopifyGid.read("LineItem", line.path("id").asText()).number(),
                        Math.max(0, line.path("currentQuantity").asInt() - open));
            }
        }
        boolean allLines =
                !node.path("lineItems").path("pageInfo").path("hasNextPage").asBoolean();
        // the order itself is read again: this only names it
        byte[] body = ("{\"id\":\"" + snapshot.identity().externalId() + "\"}").getBytes(StandardCharsets.UTF_8);
        return new ListedOrder(snapshot, allLines, fulfilled, body);
    }
}
