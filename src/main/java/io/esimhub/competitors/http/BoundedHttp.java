package io.esimhub.competitors.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.unit.DataSize;

/** Calls that answer JSON: no redirects, a deadline for the whole call, a limit for its body. An interrupt ends the call. */
public final class BoundedHttp {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final HttpClient client;
    private final Duration deadline;
    private final long limit;
    private final ObjectMapper json;

    public BoundedHttp(Duration deadline, DataSize limit, ObjectMapper json) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.deadline = deadline;
        this.limit = limit.toBytes();
        this.json = json;
    }

    /** @throws CallFailed for anything but a 200 whose body is JSON within the bounds */
    public JsonNode json(HttpRequest.Builder request) throws CallFailed {
        HttpResponse<byte[]> answer = send(
                request.header("Accept", "application/json").timeout(deadline).build());
        if (answer.statusCode() != 200) {
            throw new CallFailed("status " + answer.statusCode());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw new CallFailed("the answer is not JSON");
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new CallFailed("the answer cannot be read"); // the parser's message quotes the body
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws CallFailed {
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, head -> new BoundedBody(limit));
        try {
            return call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CallFailed("no answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new CallFailed(
                    e.getCause().getClass().getSimpleName() + ": "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("interrupted");
        } finally {
            call.cancel(true);
        }
    }
}
