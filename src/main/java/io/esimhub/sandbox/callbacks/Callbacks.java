package io.esimhub.sandbox.callbacks;

import io.esimhub.sandbox.SandboxProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Posts callbacks, once and without waiting: a supplier does not care much whether we hear it. */
@Component
public class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String base;

    Callbacks(SandboxProperties settings) {
        base = settings.callbackBase();
    }

    /** To {@code <callback-base>/<supplier>}; nowhere if there is no base. */
    public void send(String supplier, byte[] body, Map<String, String> headers) {
        if (base != null && !base.isBlank()) {
            post(base + "/" + supplier, body, headers);
        }
    }

    /** Whether somebody takes it there; waits for the answer. */
    public boolean reaches(String url, byte[] body) {
        try {
            return client.sendAsync(request(url, body).build(), HttpResponse.BodyHandlers.discarding())
                    .handle((answer, failure) -> failure == null && answer.statusCode() / 100 == 2)
                    .join();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** To an address that the buyer gave with its order. */
    public void post(String url, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = request(url, body);
        headers.forEach(request::header);
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) -> {
                    if (failure != null || answer.statusCode() / 100 != 2) {
                        LOG.warn(
                                "a callback to {} was not taken: {}",
                                url,
                                failure == null ? answer.statusCode() : failure.getClass());
                    }
                });
    }

    private static HttpRequest.Builder request(String url, byte[] body) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }
}
