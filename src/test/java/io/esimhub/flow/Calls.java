package io.esimhub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** HTTP calls of the hub, as an operator unless said otherwise. */
final class Calls {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String OPS = "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes(StandardCharsets.UTF_8));

    private static final String API = "/api/v1/";

    private final AtomicReference<ApiContract> contract = new AtomicReference<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Calls(String base) {
        this.base = base;
    }

    /** @param status of the answer */
    record Answer(int status, JsonNode body, Map<String, List<String>> headers) {}

    JsonNode get(String path) {
        Answer answer = send("GET", path, null, Map.of("Authorization", OPS));
        if (answer.status() != 200) {
            throw new AssertionError(path + " answered " + answer);
        }
        return answer.body();
    }

    Answer ops(String method, String path, String body) {
        return send(
                method,
                path,
                body == null ? null : body.getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", OPS, "Content-Type", "application/json"));
    }

    Answer send(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Every JSON answer of the API is held against the hub's own OpenAPI document. */
    Answer send(HttpRequest request) {
        Answer answer = exchange(request);
        String path = request.uri().getPath();
        if (path.startsWith(API) && !answer.body().isMissingNode()) {
            Set<String> objections =
                    contract().objections(request.method(), path, answer.status(), contentType(answer), answer.body());
            if (!objections.isEmpty()) {
                throw new AssertionError("The answer to " + request.method() + " " + path
                        + " is not as /api/openapi.json says: " + objections + "\n" + answer.body());
            }
        }
        return answer;
    }

    /** Read once, when the first answer is there. */
    ApiContract contract() {
        ApiContract known = contract.get();
        if (known == null) {
            HttpRequest document = HttpRequest.newBuilder(URI.create(base + "/api/openapi.json"))
                    .header("Authorization", OPS)
                    .build();
            known = new ApiContract(exchange(document).body());
            contract.set(known);
        }
        return known;
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            byte[] body = response.body();
            return new Answer(
                    response.statusCode(),
                    body.length == 0
                            ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                            : JSON.readTree(body),
                    response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String contentType(Answer answer) {
        return String.join("", answer.headers().getOrDefault("content-type", List.of()));
    }

    String base() {
        return base;
    }
}
