package io.esimhub.sandbox.esimgo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The body of {@code POST /orders}.
 *
 * @param transaction false: a dry run
 */
record OrderWish(boolean transaction, boolean assign, String item, int quantity) {

    /** Read, or what is wrong with it. */
    sealed interface Reading {}

    record Read(OrderWish wish) implements Reading {}

    record Unreadable(String complaint) implements Reading {}

    static Reading of(JsonNode body) {
        String type = body.path("type").asText();
        JsonNode order = body.path("order");
        JsonNode line = order.path(0);
        int quantity = line.path("quantity").asInt();
        if (!type.equals("validate") && !type.equals("transaction")) {
            return new Unreadable("Invalid value for type: must be one of validate, transaction");
        }
        if (!order.isArray() || order.isEmpty()) {
            return new Unreadable("Missing or invalid required field: order");
        }
        if (order.size() > 1 || !line.path("iccids").isEmpty()) {
            return new Unreadable("The sandbox sells one line of new eSIMs an order");
        }
        if (!line.path("type").asText().equals("bundle")) {
            return new Unreadable("Invalid order type: only bundle is supported");
        }
        if (quantity < 1 || line.path("item").asText().isEmpty()) {
            return new Unreadable("Missing or invalid required field: quantity or item");
        }
        return new Read(new OrderWish(
                type.equals("transaction"),
                body.path("assign").asBoolean(),
                line.path("item").asText(),
                quantity));
    }
}
