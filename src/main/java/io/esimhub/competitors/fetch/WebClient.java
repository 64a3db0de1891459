package io.esimhub.competitors.fetch;

import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.RefusedWhy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.io.CloseMode;

/** One GET, bounded in every direction. It has a pool, a timer and a resolver of its own and shares nothing with the hub's clients. */
class WebClient implements AutoCloseable {

    private final CloseableHttpClient http;
    private final Duration deadline;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, run -> {
        Thread thread = new Thread(run, "competitors-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    WebClient(CompetitorProperties settings, GuardedDns dns) {
        this.http = Guest.client(settings, dns);
        this.deadline = settings.fetching().deadline();
        timer.setRemoveOnCancelPolicy(true);
    }

    /** How much of an answer is read, after it was unpacked. */
    record Most(int bytes, boolean cut) {

        /** A longer answer is refused. */
        static Most orRefuse(int bytes) {
            return new Most(bytes, false);
        }

        /** Of a longer answer the beginning is taken. */
        static Most orCut(int bytes) {
            return new Most(bytes, true);
        }
    }

    WebAnswer get(URI address, String accept, Most most) throws PageRefused {
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept", accept);
        AtomicBoolean late = new AtomicBoolean();
        Future<?> alarm = timer.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                deadline.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return send(request, most);
        } catch (IOException | RuntimeException failure) {
            throw late.get() ? late(address) : refused(address, failure);
        } finally {
            alarm.cancel(false);
        }
    }

    private WebAnswer send(HttpGet request, Most most) throws IOException {
        ClassicHttpResponse response = http.executeOpen(null, request, HttpClientContext.create());
        byte[] body = null;
        try {
            if (response.getCode() == 200) {
                body = body(response.getEntity(), most);
            }
            return new WebAnswer(
                    response.getCode(),
                    header(response, "Content-Type").orElse(""),
                    header(response, "Location"),
                    header(response, "Retry-After"),
                    body == null ? new byte[0] : body);
        } finally {
            // what is left of an answer is not wanted: closing alone would read it to its end, to keep the connection
            if (body == null || body.length == most.bytes()) {
                request.cancel();
            }
            close(response);
        }
    }

    private static byte[] body(HttpEntity entity, Most most) throws IOException {
        InputStream content = entity == null ? null : entity.getContent();
        if (content == null) {
            return new byte[0];
        }
        byte[] bytes = content.readNBytes(most.cut() ? most.bytes() : most.bytes() + 1);
        if (bytes.length > most.bytes()) {
            throw new MessageConstraintException("over " + most.bytes() + " bytes");
        }
        return bytes;
    }

    private static void close(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException brokenAlready) {
            // its connection is gone, which is all that was to be done
        }
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    private PageRefused late(URI address) {
        return new PageRefused(address, RefusedWhy.TIMEOUT, "not answered within " + deadline.toSeconds() + " s");
    }

    private static PageRefused refused(URI address, Exception failure) {
        if (failure instanceof GuardedDns.PrivateAddress) {
            return new PageRefused(
                    address, RefusedWhy.PRIVATE_ADDRESS, "the host's address lies in a private or reserved network");
        }
        if (failure instanceof MessageConstraintException) {
            return new PageRefused(
                    address, RefusedWhy.TOO_LONG, "longer than hub.competitors.fetching.max-body allows");
        }
        if (failure instanceof InterruptedIOException) {
            return new PageRefused(address, RefusedWhy.TIMEOUT, "too long a silence");
        }
        if (failure instanceof ZipException) {
            return new PageRefused(address, RefusedWhy.MALFORMED, "the packed answer cannot be unpacked");
        }
        return new PageRefused(
                address,
                RefusedWhy.UNREACHABLE,
                "no whole answer: " + failure.getClass().getSimpleName());
    }

    /** Ends calls under way, too. */
    @Override
    public void close() {
        timer.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
