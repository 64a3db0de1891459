package io.esimhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** A client of eSIM Go. */
record EsimGoBuyer(RunningSandbox sandbox) {

    static final String BASE = "/sandbox/esim-go/v2.4";

    HttpResponse<String> buy(String bundle, int quantity) throws IOException {
        return post("transaction", bundle, quantity);
    }

    HttpResponse<String> validate(String bundle, int quantity) throws IOException {
        return post("validate", bundle, quantity);
    }

    JsonNode get(String path) throws IOException {
        return sandbox.json(BASE + path, "X-API-Key", "sandbox-key");
    }

    /** What the ledger has of this bundle, bought by anybody. */
    List<JsonNode> booked(String bundle) throws IOException {
        return StreamSupport.stream(
                        sandbox.json("/sandbox/ledger?supplier=esim-go").spliterator(), false)
                .filter(purchase -> purchase.path("bundle").asText().equals(bundle))
                .toList();
    }

    private HttpResponse<String> post(String type, String bundle, int quantity) throws IOException {
        String body =
                """
                {"type":"%s","assign":true,"order":[{"type":"bundle","quantity":%d,"item":"%s","allowReassign":false}]}"""
                        .formatted(type, quantity, bundle);
        return sandbox.post(BASE + "/orders", body, "X-API-Key", "sandbox-key");
    }
}
