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
import java.util.Map;

/** HTTP calls of the hub, as an operator unless said otherwise. */
final class Calls {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String OPS = "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes(StandardCharsets.UTF_8));

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Calls(String base) {
        this.base = base;
    }

    /** @param status of the answer */
    record Answer(int status, JsonNode body, Map<String, java.util.List<String>> headers) {}

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

    Answer send(HttpRequest request) {
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

    String base() {
        return base;
    }
}
