package io.esimhub.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.coyote.BadRequestException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** The bytes of a request exactly as they came; signatures are over these. */
record RawBody(byte[] bytes) {

    private static final String ATTRIBUTE = RawBody.class.getName();
    private static final int FIRST_BUFFER = 8 * 1024;

    /** Reads to the end, at most {@code limit}; a body that is longer is not read on. */
    static RawBody read(HttpServletRequest request, DataSize limit, Duration timeout) throws IOException {
        long max = limit.toBytes();
        long announced = request.getContentLengthLong();
        if (announced > max) {
            throw Problem.tooLarge(max);
        }
        try {
            return new RawBody(bytes(request.getInputStream(), announced, max, System.nanoTime() + timeout.toNanos()));
        } catch (BadRequestException chunksThatAreNone) {
            throw StandardProblem.of(HttpStatus.BAD_REQUEST);
        } catch (IOException e) {
            if (e.getCause() instanceof SocketTimeoutException) {
                throw StandardProblem.of(HttpStatus.REQUEST_TIMEOUT);
            }
            throw e;
        }
    }

    private static byte[] bytes(InputStream in, long announced, long max, long deadline) throws IOException {
        byte[] buffer = new byte[announced >= 0 ? (int) announced + 1 : FIRST_BUFFER];
        int size = 0;
        int read;
        while ((read = in.read(buffer, size, buffer.length - size)) >= 0) {
            size += read;
            if (size > max) {
                throw Problem.tooLarge(max);
            }
            if (System.nanoTime() > deadline) {
                throw StandardProblem.of(HttpStatus.REQUEST_TIMEOUT);
            }
            if (size == buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * size, max + 1));
            }
        }
        return Arrays.copyOf(buffer, size);
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The body that was read at the edge, or null where the edge reads none. */
    static RawBody of(HttpServletRequest request) {
        return (RawBody) request.getAttribute(ATTRIBUTE);
    }
}
