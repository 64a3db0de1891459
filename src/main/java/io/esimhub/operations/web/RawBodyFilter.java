package io.esimhub.operations.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body before anything can parse it, up to a limit and within a time. It stands behind the security filters: who
 * is not let in has no body read.
 */
class RawBodyFilter extends OncePerRequestFilter {

    private final DataSize limit;
    private final Duration timeout;
    private final ProblemWriter writer;

    RawBodyFilter(DataSize limit, Duration timeout, ProblemWriter writer) {
        this.limit = limit;
        this.timeout = timeout;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RawBody body;
        try {
            body = RawBody.read(request, limit, timeout);
        } catch (Problem problem) {
            writer.write(response, problem);
            return;
        }
        chain.doFilter(new RawBodyRequest(request, body), response);
    }
}
