package io.esimhub.operations.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes a problem where there is no route: filters, Spring's dispatcher, the container. */
@Component
public class ProblemWriter {

    private final ObjectMapper json;
    private final ProblemOf problemOf;

    ProblemWriter(ObjectMapper json, ProblemOf problemOf) {
        this.json = json;
        this.problemOf = problemOf;
    }

    /** What went wrong on our side, or what a {@link Problem} among its causes says. */
    public void writeFailure(HttpServletResponse response, Throwable failure) throws IOException {
        write(response, problemOf.failure(failure));
    }

    /** Writes the whole answer unless one has already begun; whatever the client accepts, the answer is problem JSON. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = bytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    byte[] bytes(Problem problem) {
        try {
            return json.writeValueAsBytes(problem.document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document is always writable", e);
        }
    }
}
