package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file of a bulk operation: an object a line (JSONL), an order before its lines, which name it as {@code __parentId}.
 *
 * @param orders with their lines in {@code lineItems.nodes}, as a page has them
 * @param objects all that it holds, orders and lines
 */
record BulkFile(List<JsonNode> orders, int objects) {

    /**
     * @throws AdminRefused if it is cut off, or is none
     */
    static BulkFile read(byte[] file, ObjectMapper json) {
        Map<String, ObjectNode> orders = new LinkedHashMap<>();
        int objects = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    add(orders, json.readTree(line));
                    objects++;
                }
            }
        } catch (IOException brokenLine) {
            throw AdminRefused.of("the file of a bulk operation is not whole");
        }
        return new BulkFile(List.copyOf(orders.values()), objects);
    }

    private static void add(Map<String, ObjectNode> orders, JsonNode object) {
        String parent = object.path("__parentId").asText("");
        if (!(object instanceof ObjectNode node) || !parent.isEmpty() && !orders.containsKey(parent)) {
            throw AdminRefused.of("a line in the file of a bulk operation belongs to no order");
        }
        if (parent.isEmpty()) {
            node.putObject("lineItems").putArray("nodes");
            orders.put(node.path("id").asText(), node);
        } else {
            ((ArrayNode) orders.get(parent).path("lineItems").path("nodes")).add(node);
        }
    }
}
