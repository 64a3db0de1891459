package io.esimhub.operations.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The container listens a moment before the routes run, and for a moment after they stopped. "Not found" would then be a lie:
 * the same request is welcome a little later.
 */
class StartingFilter extends OncePerRequestFilter {

    private final CamelContext routes;
    private final ProblemWriter writer;

    StartingFilter(CamelContext routes, ProblemWriter writer) {
        this.routes = routes;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (routes.isStarted()) {
            chain.doFilter(request, response);
        } else {
            writer.write(
                    response,
                    Problem.unavailable("starting", "The hub is starting or stopping.", Duration.ofSeconds(5)));
        }
    }
}
