package io.esimhub.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Everything that Spring's dispatcher throws (no such path, method, type; a body it cannot read) becomes a problem. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemExceptionResolver implements HandlerExceptionResolver {

    private final ProblemOf problemOf;
    private final ProblemWriter writer;

    ProblemExceptionResolver(ProblemOf problemOf, ProblemWriter writer) {
        this.problemOf = problemOf;
        this.writer = writer;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            return null; // the security filters answer these
        }
        if (failure instanceof AsyncRequestNotUsableException) {
            return new ModelAndView(); // the client has gone
        }
        try {
            writer.write(response, problemOf.failure(failure));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }
}
