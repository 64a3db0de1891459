package io.esimhub.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an operator asks for: {@code {"kind": "changes", "party": "shopify", "account": "name.myshopify.com", "from": …, "to": …}}.
 *
 * @param account may be left out where the party has one only
 */
record RunWish(RunKind kind, String party, String account, Window window) {

    private static final List<String> KINDS = List.of("changes", "day", "supplier");

    /** @throws Problem 422 naming every wrong field */
    static RunWish read(JsonNode body, ReconciliationProperties properties, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        String kind = body.path("kind").asText("changes");
        if (!KINDS.contains(kind)) {
            errors.add(new FieldError("kind", "is unknown", "send one of " + String.join(", ", KINDS)));
        }
        String party = body.path("party").asText("");
        if (party.isBlank()) {
            errors.add(new FieldError("party", "missing", "send a channel, or the code of a supplier"));
        }
        Optional<Instant> from = time(body, "from", errors);
        Optional<Instant> to = time(body, "to", errors);
        if (from.isPresent() && to.isPresent()) {
            judge(from.get(), to.get(), properties, now, errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(
                    "bad-reconciliation", "Nothing was asked for: the wish is not understood.", errors);
        }
        return new RunWish(
                RunKind.of(kind),
                party,
                body.path("account").asText(""),
                new Window(from.orElseThrow(), to.orElseThrow().isAfter(now) ? now : to.orElseThrow()));
    }

    boolean means(Listed list) {
        return list.party().equals(party)
                && (account.isEmpty() || list.account().equalsIgnoreCase(account));
    }

    private static void judge(
            Instant from, Instant to, ReconciliationProperties properties, Instant now, List<FieldError> errors) {
        if (!from.isBefore(to)) {
            errors.add(new FieldError("to", "is not after from", "send a later end"));
        } else if (Duration.between(from, to).compareTo(properties.longestWindow()) > 0) {
            errors.add(new FieldError(
                    "from",
                    "the window is longer than " + properties.longestWindow().toDays() + " days",
                    "send a shorter one, or several"));
        } else if (!from.isBefore(now.minus(properties.settle()))) {
            errors.add(new FieldError(
                    "from",
                    "is younger than " + properties.settle().toSeconds() + " seconds: what is so young is not compared",
                    "send an earlier start, or wait"));
        }
    }

    private static Optional<Instant> time(JsonNode body, String field, List<FieldError> errors) {
        try {
            return Optional.of(OffsetDateTime.parse(body.path(field).asText("")).toInstant());
        } catch (DateTimeException notATime) {
            errors.add(new FieldError(field, "is no time", "send one with its offset, e.g. 2026-07-01T00:00:00Z"));
            return Optional.empty();
        }
    }
}
