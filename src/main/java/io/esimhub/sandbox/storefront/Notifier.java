package io.esimhub.sandbox.storefront;

import io.esimhub.sandbox.SandboxProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Posts what channels tell: again after each answer that is no 2xx, ten minutes long; and twice, if the settings want it. */
@Component
public class Notifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 600;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final ScheduledThreadPoolExecutor clerks = new ScheduledThreadPoolExecutor(2, run -> {
        Thread thread = new Thread(run, "sandbox-notifier");
        thread.setDaemon(true);
        return thread;
    });
    private final String base;
    private final boolean twice;

    Notifier(SandboxProperties settings) {
        this.base = settings.webhooks();
        this.twice = settings.duplicateWebhooks();
    }

    /** @param path after {@code hub.sandbox.webhooks}; nowhere if that is not set */
    public void post(String path, byte[] body, Map<String, String> headers) {
        if (base == null || base.isBlank()) {
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        send(request.build(), 1);
        if (twice) {
            send(request.build(), 1);
        }
    }

    private void send(HttpRequest request, int attempt) {
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            boolean taken = failure == null && answer.statusCode() / 100 == 2;
            if (!taken && attempt < ATTEMPTS) {
                clerks.schedule(() -> send(request, attempt + 1), 1, TimeUnit.SECONDS);
            } else if (!taken) {
                LOG.warn("{} did not take a notification", request.uri());
            }
        });
    }

    @Override
    public void close() {
        clerks.shutdownNow();
    }
}
