package io.esimhub.operations.web;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * The first step of a list: {@code ?limit=} (1 to 200, default 50), {@code ?after=} (the {@code next} of the page before), and
 * the filters that the route names. The body becomes a map that the route's statement takes its parameters from, with null
 * for every filter that was not given.
 */
@Component("pageQuery")
class PageQuery {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int MAX_FILTER = 200;

    /** @param filters names of query parameters, separated by commas */
    public void read(Exchange exchange, String filters) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", limit(header(exchange, "limit")));
        parameters.put("after", after(header(exchange, "after")));
        for (String filter : filters.split(",")) {
            String value = header(exchange, filter);
            if (value != null && value.length() > MAX_FILTER) {
                throw Problem.badParameter(
                        filter, "is longer than " + MAX_FILTER + " characters", "send a shorter one");
            }
            parameters.put(filter, value);
        }
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(parameters);
    }

    private static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (text.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw Problem.badParameter("limit", "is no number from 1 to " + MAX_LIMIT, "send one, or leave it out");
    }

    private static Long after(String text) {
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,18}")) {
            return Long.valueOf(text);
        }
        throw Problem.badParameter("after", "is no cursor", "send the \"next\" of the page before");
    }

    private static String header(Exchange exchange, String name) {
        String value = exchange.getMessage().getHeader(name, String.class);
        return value == null || value.isBlank() ? null : value;
    }
}
