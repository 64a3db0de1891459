package io.esimhub.sandbox.esimgo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code createdAt=gte:2026-03-01T00:00:00.000Z}, repeated for both ends; no prefix means equal. */
final class OrderFilter {

    private OrderFilter() {}

    /** Empty if one of them is unreadable. */
    static Optional<Predicate<Instant>> of(List<String> conditions) {
        try {
            return Optional.of(conditions.stream()
                    .map(OrderFilter::one)
                    .reduce(Predicate::and)
                    .orElse(at -> true));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Predicate<Instant> one(String condition) {
        int colon = condition.indexOf(':');
        String operator = colon == 2 || colon == 3 ? condition.substring(0, colon) : "";
        String date = operator.isEmpty() ? condition : condition.substring(colon + 1);
        Instant bound = OffsetDateTime.parse(date).toInstant();
        return switch (operator) {
            case "gte" -> at -> !at.isBefore(bound);
            case "gt" -> at -> at.isAfter(bound);
            case "lte" -> at -> !at.isAfter(bound);
            case "lt" -> at -> at.isBefore(bound);
            default -> bound::equals;
        };
    }
}
