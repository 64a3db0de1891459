package io.esimhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.EsimHub;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The process as it is started beside the hub, on a free port, and what a test says to it over HTTP. */
class RunningSandbox implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final String port;

    /** @param settings of {@code hub.sandbox} */
    RunningSandbox(Path ledgerDir, String... settings) {
        Stream<String> arguments = Stream.concat(
                Stream.of("--server.port=0", "--hub.sandbox.ledger-dir=" + ledgerDir),
                Arrays.stream(settings).map("--hub.sandbox."::concat));
        context =
                new SpringApplicationBuilder(EsimHub.class).profiles("sandbox").run(arguments.toArray(String[]::new));
        port = context.getEnvironment().getRequiredProperty("local.server.port");
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    String port() {
        return port;
    }

    HttpResponse<String> delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    JsonNode json(String path, String... headers) throws IOException {
        return read(get(path, headers));
    }

    /** @param rules with ' for " */
    void faults(String rules) throws IOException {
        post("/sandbox/faults", rules.replace('\'', '"'));
    }

    static JsonNode read(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        context.close();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
