package io.esimhub.competitors.web;

import io.esimhub.competitors.position.Rates;
import io.esimhub.competitors.store.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Prices of one party over time.
 *
 * @param steps the oldest first
 */
record Curve(String name, List<Step> steps) {

    /** A price in the base currency that held from one time to another. */
    record Step(Instant from, Instant to, double price) {}

    /** Prices without a rate are left out. */
    static Curve of(String name, List<Map<String, Object>> rows, Rates rates) {
        List<Step> steps = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            rates.inBase(new BigDecimal((String) row.get("price")), (String) row.get("currency"))
                    .ifPresent(price -> steps.add(new Step(
                            Times.instant(row.get("firstSeen")),
                            Times.instant(row.get("lastSeen")),
                            price.doubleValue())));
        }
        steps.sort(Comparator.comparing(Step::from));
        return new Curve(name, steps);
    }
}
