package io.esimhub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The outside world's own books, and its moods. */
final class Sandbox {

    private final Calls calls;

    Sandbox(Calls calls) {
        this.calls = calls;
    }

    /** @param rules JSON objects, as {@code POST /sandbox/faults} takes them */
    void misbehave(String... rules) {
        Calls.Answer answer = calls.ops("POST", "/sandbox/faults", "[" + String.join(",", rules) + "]");
        if (answer.status() >= 300) {
            throw new AssertionError("faults were refused: " + answer);
        }
    }

    void behave() {
        calls.ops("DELETE", "/sandbox/faults", null);
        calls.ops("DELETE", "/sandbox/hold", null);
    }

    /** Another user of our eSIM Go account buys one. */
    void buyAsSomebodyElse(String bundle) {
        String order =
                "{\"type\":\"transaction\",\"assign\":true,\"order\":[{\"type\":\"bundle\",\"quantity\":1,\"item\":\""
                        + bundle + "\"}]}";
        Calls.Answer answer = calls.send(
                "POST",
                "/sandbox/esim-go/v2.4/orders",
                order.getBytes(StandardCharsets.UTF_8),
                Map.of("X-API-Key", "sandbox-key", "Content-Type", "application/json"));
        if (answer.status() != 200) {
            throw new AssertionError("the sandbox did not sell: " + answer);
        }
    }

    /** Purchases of a bundle, in the supplier's own words. */
    List<JsonNode> purchases(String supplier, String bundle) {
        JsonNode ledger = calls.get("/sandbox/ledger?supplier=" + supplier);
        List<JsonNode> found = new ArrayList<>();
        StreamSupport.stream((ledger.isArray() ? ledger : ledger.path("purchases")).spliterator(), false)
                .filter(purchase -> bundle.equals(purchase.path("bundle").asText()))
                .forEach(found::add);
        return found;
    }
}
