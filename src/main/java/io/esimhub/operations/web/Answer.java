package io.esimhub.operations.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The last step of an HTTP route: {@code - bean: {ref: answer, method: "json(${exchange}, 200)"}}. Every header goes, so nothing of
 * the request comes back; a body that is not text or bytes is written as JSON.
 */
@Component("answer")
public class Answer {

    private final ObjectMapper json;
    private final ProblemOf problemOf;
    private final ProblemWriter writer;

    Answer(ObjectMapper json, ProblemOf problemOf, ProblemWriter writer) {
        this.writer = writer;
        this.json = json;
        this.problemOf = problemOf;
    }

    /** The body as {@code application/json}. */
    public void json(Exchange exchange, int status) throws JsonProcessingException {
        send(exchange, status, MediaType.APPLICATION_JSON_VALUE);
    }

    /** The body under another content type, such as {@code text/csv}. */
    public void send(Exchange exchange, int status, String contentType) throws JsonProcessingException {
        Message message = bare(exchange, status);
        message.setHeader(Exchange.CONTENT_TYPE, contentType);
        Object body = message.getBody();
        if (body != null && !(body instanceof String) && !(body instanceof byte[])) {
            message.setBody(json.writeValueAsBytes(body));
        }
    }

    /** A status and nothing else. */
    public void empty(Exchange exchange, int status) {
        bare(exchange, status).setBody(null);
    }

    /** What went wrong in the route, for the error handler; a transaction around the route rolls back. */
    public void problem(Exchange exchange) {
        write(exchange, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        if (exchange.isTransacted()) {
            exchange.setRollbackOnly(true); // a handled exception would otherwise let the transaction commit
        }
    }

    /** The same after the route has ended, for a failure that no error handler answered. */
    void unhandled(Exchange exchange) {
        Exception failure = exchange.getException();
        exchange.setException(null);
        write(exchange, failure);
    }

    private void write(Exchange exchange, Throwable failure) {
        Problem problem = problemOf.failure(failure);
        Message message = bare(exchange, problem.status());
        problem.headers().forEach(message::setHeader);
        message.setHeader(Exchange.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        message.setBody(writer.bytes(problem));
    }

    private static Message bare(Exchange exchange, int status) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        return message;
    }
}
