package io.esimhub.operations.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A key that an operator asks for.
 *
 * @param name whose it is
 * @param scopes what it may be used for
 * @param expiresAt empty: when somebody revokes it
 */
record KeyWish(String name, List<String> scopes, Optional<Instant> expiresAt) {

    private static final int LONGEST = 100;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * @param known scopes that something asks for
     * @throws Problem 422 naming every wrong field
     */
    static KeyWish read(JsonNode body, Set<String> known, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        String name = body.path("name").asText("").strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("name", "is missing or longer than 100 characters", "say who holds the key"));
        }
        List<String> scopes = scopes(body.path("scopes"), known, errors);
        Optional<Instant> end = end(body.path("expiresAt"), now, errors);
        if (!errors.isEmpty()) {
            throw Problem.unprocessable("bad-key", "The request is not complete.", errors);
        }
        return new KeyWish(name, scopes, end);
    }

    private static List<String> scopes(JsonNode asked, Set<String> known, List<FieldError> errors) {
        Set<String> scopes = new TreeSet<>();
        asked.forEach(scope -> scopes.add(scope.asText()));
        if (!asked.isArray() || scopes.isEmpty() || !known.containsAll(scopes)) {
            errors.add(new FieldError(
                    "scopes", "is no list of known scopes", "send some of " + String.join(", ", new TreeSet<>(known))));
        }
        return List.copyOf(scopes);
    }

    private static Optional<Instant> end(JsonNode asked, Instant now, List<FieldError> errors) {
        if (asked.isMissingNode() || asked.isNull()) {
            return Optional.empty();
        }
        try {
            Instant end = OffsetDateTime.parse(asked.asText()).toInstant();
            if (end.isAfter(now) && end.isBefore(LATEST)) {
                return Optional.of(end);
            }
        } catch (DateTimeException unreadable) {
            // said below, as for one that is over
        }
        errors.add(new FieldError(
                "expiresAt", "is no time in the future", "send one such as 2030-12-01T08:00:00Z, or leave it out"));
        return Optional.empty();
    }
}
