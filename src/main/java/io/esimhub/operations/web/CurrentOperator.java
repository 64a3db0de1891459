package io.esimhub.operations.web;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Who has logged in, for the audit. It is an exchange property that only the edge sets, from the verified login: no header or
 * parameter of a client reaches it, and it goes with the exchange over threads and {@code direct:} routes.
 */
@Component("currentOperator")
public class CurrentOperator {

    /** {@code ${exchangeProperty.hubOperator}} in a route or as a parameter of a statement. */
    public static final String PROPERTY = "hubOperator";

    /** The user name; empty where nobody needs to log in, and in flows that no request began. */
    public Optional<String> of(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(PROPERTY, String.class));
    }
}
