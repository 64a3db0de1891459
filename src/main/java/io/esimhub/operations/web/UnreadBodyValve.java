package io.esimhub.operations.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Reads away what is left of a refused body, so that the client gets to read why, but not for long: Tomcat itself would wait
 * for as long as bytes trickle in, and hold a thread.
 */
class UnreadBodyValve extends ValveBase {

    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
    private static final int MOST = 2 * 1024 * 1024;

    UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync() && !isRead(request)) {
            response.finishResponse();
            discard(request);
        }
    }

    private static boolean isRead(Request request) {
        var read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    private static void discard(Request request) {
        long deadline = System.nanoTime() + PATIENCE;
        int left = MOST;
        byte[] away = new byte[8 * 1024];
        try (InputStream in = request.createInputStream()) {
            int read;
            while ((read = in.read(away)) >= 0) {
                left -= read;
                if (left < 0 || System.nanoTime() > deadline) {
                    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                    return;
                }
            }
        } catch (IOException gone) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
