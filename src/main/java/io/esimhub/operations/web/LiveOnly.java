package io.esimhub.operations.web;

import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * The first step of a route whose answer must never be an older one. A conditional request (RFC 9110, 13) would be answered with "what you have
 * is good", which is what must not be said of a price.
 */
@Component("liveOnly")
class LiveOnly {

    private static final List<String> CONDITIONS =
            List.of("If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "If-Range");

    /** @throws Problem 400 naming the header */
    public void refuseConditions(Exchange exchange) {
        List<FieldError> errors = CONDITIONS.stream()
                .filter(name -> exchange.getMessage().getHeader(name) != null)
                .map(name -> new FieldError(name, "asks whether an older answer is still good", "leave it out"))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.badRequest("conditional-request", "This is read anew each time, for everyone.", errors);
        }
    }
}
