package io.esimhub.operations.web;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.springframework.stereotype.Component;

/**
 * Which headers pass between HTTP and a route. In: everything but names that steer a Camel component. Out: only what is named
 * here. Camel would answer with every header of the request (<a
 * href="https://issues.apache.org/jira/browse/CAMEL-24453">CAMEL-24453</a>); routes remove them all as well.
 */
@Component("edgeHeaders")
class EdgeHeaders extends DefaultHeaderFilterStrategy {

    private static final Set<String> ANSWER = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        ANSWER.addAll(Set.of(
                "Allow",
                "Cache-Control",
                "Content-Disposition",
                "Content-Language",
                "Content-Security-Policy",
                "Content-Type",
                "ETag",
                "Last-Modified",
                "Link",
                "Location",
                "Retry-After",
                "WWW-Authenticate"));
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !ANSWER.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("camel")
                || lower.startsWith("org.apache.camel")
                || lower.startsWith("mail.")
                || lower.equals("long-running-action");
    }
}
