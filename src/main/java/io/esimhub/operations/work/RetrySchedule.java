package io.esimhub.operations.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a failed item rests before its next run: seconds for a hiccup, hours for an outage, then a person. Each pause
 * varies by a fifth, so that the items of one outage do not come back at the same instant.
 */
class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10));
    private static final double VARIATION = 0.2;

    /**
     * @param failedRuns one or more
     * @param oneMore whether the longest pause is made twice
     * @param chance between 0 and 1
     * @return empty when a person has to look
     */
    Optional<Duration> pauseAfter(int failedRuns, boolean oneMore, double chance) {
        if (failedRuns > PAUSES.size() + (oneMore ? 1 : 0)) {
            return Optional.empty();
        }
        long millis = PAUSES.get(Math.min(failedRuns, PAUSES.size()) - 1).toMillis();
        return Optional.of(Duration.ofMillis(Math.round(millis * (1 - VARIATION + 2 * VARIATION * chance))));
    }
}
