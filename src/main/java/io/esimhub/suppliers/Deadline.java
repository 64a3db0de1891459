package io.esimhub.suppliers;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads the whole answer, up to a size and up to a moment. A read time-out alone only bounds the silence between two bytes: a
 * server that sends one a second would hold the call for ever.
 */
class Deadline implements ExecChainHandler {

    private final ScheduledExecutorService timer;
    private final Duration limit;
    private final int maxBytes;

    Deadline(ScheduledExecutorService timer, Duration limit, int maxBytes) {
        this.timer = timer;
        this.limit = limit;
        this.maxBytes = maxBytes;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Future<?> alarm =
                timer.schedule(() -> scope.execRuntime.discardEndpoint(), limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                response.setEntity(read(entity));
            }
            return response;
        } finally {
            alarm.cancel(false);
        }
    }

    private HttpEntity read(HttpEntity entity) throws IOException {
        try (entity) {
            byte[] bytes = entity.getContentLength() > maxBytes
                    ? null
                    : entity.getContent().readNBytes(maxBytes + 1);
            if (bytes == null || bytes.length > maxBytes) {
                throw new ContentTooLongException("the answer is longer than %d bytes", maxBytes);
            }
            ContentType type = ContentType.parseLenient(entity.getContentType());
            return new ByteArrayEntity(bytes, type, entity.getContentEncoding());
        }
    }
}
