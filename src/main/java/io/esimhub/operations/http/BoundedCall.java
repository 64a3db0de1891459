package io.esimhub.operations.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads the whole answer, up to a size and up to a moment. A read time-out alone only bounds the silence between two bytes: a
 * server that sends one a second would hold the call for ever.
 *
 * <p>Registered twice in one client: as the outermost handler, and as {@link #connected} just before the request is written,
 * which is how a failure is known to have come before the first byte.
 */
class BoundedCall implements ExecChainHandler {

    private static final String WRITING = "io.esimhub.operations.http.writing";

    private final DeadlineTimer timer;
    private final Duration limit;
    private final int maxBytes;

    BoundedCall(DeadlineTimer timer, Duration limit, int maxBytes) {
        this.timer = timer;
        this.limit = limit;
        this.maxBytes = maxBytes;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        Future<?> alarm = timer.in(limit, () -> {
            late.set(true);
            scope.execRuntime.discardEndpoint();
        });
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                response.setEntity(read(entity));
            }
            return response;
        } catch (IOException | HttpException | RuntimeException failure) {
            boolean sent = scope.clientContext.getAttribute(WRITING) != null;
            throw late.get() ? CallFailed.late(limit, sent, failure) : CallFailed.of(sent, failure);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Runs when the connection stands, TLS included, and nothing of the request is written. */
    static ClassicHttpResponse connected(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setAttribute(WRITING, true);
        return chain.proceed(request, scope);
    }

    private HttpEntity read(HttpEntity entity) throws IOException {
        try (entity) {
            if (entity.getContentLength() > maxBytes) {
                throw new AnswerTooLong(maxBytes);
            }
            byte[] bytes = entity.getContent().readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new AnswerTooLong(maxBytes);
            }
            return new ByteArrayEntity(bytes, ContentType.parseLenient(entity.getContentType()));
        }
    }
}
