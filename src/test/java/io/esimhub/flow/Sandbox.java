package io.esimhub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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
