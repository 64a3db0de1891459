package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What of an order is to be sent from one place, in Shopify's word (Admin API, {@code FulfillmentOrder}).
 *
 * @param location fulfillments may only join fulfillment orders of one
 * @param open units of it can be said to be sent now
 */
record FulfillmentOrder(String id, String status, String location, boolean open, List<Line> lines) {

    private static final Set<String> OPEN = Set.of("OPEN", "IN_PROGRESS");

    /**
     * @param id of the fulfillment order's line, which is not the order's
     * @param line the order's line, by the number that webhooks use
     */
    record Line(String id, String line, int total, int remaining) {}

    /** Its lines were taken over by another one, so they count there. */
    boolean cancelled() {
        return status.equals("CANCELLED");
    }

    /** @throws AdminRefused if it has more lines than were read */
    static FulfillmentOrder read(JsonNode node) {
        if (node.path("lineItems").path("pageInfo").path("hasNextPage").asBoolean()) {
            throw AdminRefused.of("a fulfillment order with too many lines: fulfil it in Shopify");
        }
        Set<String> actions = new TreeSet<>();
        node.path("supportedActions")
                .forEach(action -> actions.add(action.path("action").asText()));
        String status = node.path("status").asText();
        JsonNode place = node.path("assignedLocation");
        return new FulfillmentOrder(
                node.path("id").asText(),
                status,
                place.path("location").path("id").asText(place.path("name").asText()),
                OPEN.contains(status) && (actions.isEmpty() || actions.contains("CREATE_FULFILLMENT")),
                StreamSupport.stream(node.path("lineItems").path("nodes").spliterator(), false)
                        .map(FulfillmentOrder::line)
                        .toList());
    }

    private static Line line(JsonNode node) {
        return new Line(
                node.path("id").asText(),
                ShopifyGid.read("LineItem", node.path("lineItem").path("id").asText())
                        .number(),
                node.path("totalQuantity").asInt(),
                node.path("remainingQuantity").asInt());
    }
}
