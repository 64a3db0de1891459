package io.esimhub.reconciliation;

import io.esimhub.operations.web.Problem;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/ops/statement}: reads which days are asked for; days are UTC, both included. */
@Component("statement")
class Statement {

    private static final int MOST_DAYS = 400;
    private static final int USUAL_LIMIT = 200;
    private static final int MOST_LINES = 1000;
    private static final Set<String> VERDICTS =
            Set.of("AGREES", "OPEN", "PRICE", "NO_OWNER", "NOT_LISTED", "NOT_DELIVERED");

    /** The body becomes the parameters of the statement's query. @throws Problem 400 naming the wrong parameter */
    public void period(Exchange exchange) {
        Map<String, Object> parameters = new HashMap<>();
        LocalDate from = day(exchange, "from");
        LocalDate to = day(exchange, "to");
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw Problem.badParameter(
                    "to", "is before from, or more than " + MOST_DAYS + " days after it", "send a later or nearer day");
        }
        parameters.put("from", Timestamp.from(from.atStartOfDay(ZoneOffset.UTC).toInstant()));
        parameters.put(
                "to", Timestamp.from(to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        parameters.put("supplier", text(exchange, "supplier"));
        parameters.put("verdict", verdict(exchange));
        parameters.put("after", number(exchange, "after", 0, Integer.MAX_VALUE));
        Long limit = number(exchange, "limit", 1, MOST_LINES);
        parameters.put("limit", limit == null ? USUAL_LIMIT : limit);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(parameters);
    }

    private static String verdict(Exchange exchange) {
        String verdict = text(exchange, "verdict");
        if (verdict != null && !VERDICTS.contains(verdict)) {
            throw Problem.badParameter("verdict", "is unknown", "send one of " + VERDICTS);
        }
        return verdict;
    }

    private static LocalDate day(Exchange exchange, String name) {
        try {
            return LocalDate.parse(String.valueOf(text(exchange, name)));
        } catch (DateTimeException notADay) {
            throw Problem.badParameter(name, "is no day", "send one, e.g. 2026-07-01");
        }
    }

    private static Long number(Exchange exchange, String name, long least, long most) {
        String text = text(exchange, name);
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,9}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
            return Long.valueOf(text);
        }
        throw Problem.badParameter(name, "is no number from " + least + " to " + most, "send one, or leave it out");
    }

    private static String text(Exchange exchange, String name) {
        String value = exchange.getMessage().getHeader(name, String.class);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
