package io.esimhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;

/** A client of Airalo, which speaks JSON as the vendor's own do. */
record AiraloBuyer(RunningSandbox sandbox, String token) {

    static final String BASE = "/sandbox/airalo/v2";

    static AiraloBuyer of(RunningSandbox sandbox) throws IOException {
        JsonNode answer = RunningSandbox.read(token(sandbox, "sandbox", "sandbox-secret"));
        return new AiraloBuyer(sandbox, answer.path("data").path("access_token").asText());
    }

    static HttpResponse<String> token(RunningSandbox sandbox, String id, String secret) throws IOException {
        return sandbox.post(
                BASE + "/token",
                "{\"client_id\":\"%s\",\"client_secret\":\"%s\",\"grant_type\":\"client_credentials\"}"
                        .formatted(id, secret));
    }

    HttpResponse<String> order(String path, String bundle, int quantity, String description) throws IOException {
        return post(
                path,
                "{\"package_id\":\"%s\",\"quantity\":%d,\"type\":\"sim\",\"description\":\"%s\"}"
                        .formatted(bundle, quantity, description));
    }

    HttpResponse<String> post(String path, String body) throws IOException {
        return sandbox.post(BASE + path, body, "Authorization", "Bearer " + token);
    }

    JsonNode get(String path) throws IOException {
        return sandbox.json(BASE + path, "Authorization", "Bearer " + token);
    }
}
