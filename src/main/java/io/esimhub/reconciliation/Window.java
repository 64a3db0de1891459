package io.esimhub.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The time that a run looks at, both ends included. */
record Window(Instant from, Instant to) {

    private static final Duration MOST_DAYS = Duration.ofDays(31);

    /**
     * From where the last run ended, and some time before it: what was written there late is not overlooked.
     *
     * @param newest in the last run's list, on the channel's own clock; absent before the first run
     * @param now the window ends a while before, as a late webhook is not a lost one
     */
    static Window since(Optional<Instant> newest, Instant now, ReconciliationProperties properties) {
        Instant to = now.minus(properties.settle());
        Instant from =
                newest.orElseGet(() -> now.minus(properties.firstLookBack())).minus(properties.overlap());
        return new Window(from.isBefore(to) ? from : to.minus(properties.overlap()), to);
    }

    boolean holds(Instant time) {
        return !time.isBefore(from) && !time.isAfter(to);
    }

    /** Longer to the front, if the last one ended earlier; a month at most. @param last the end of the one before */
    Window since(Instant last) {
        Instant earliest = to.minus(MOST_DAYS);
        Instant begin = last.isBefore(from) ? last.plusMillis(1) : from;
        return new Window(begin.isBefore(earliest) ? earliest : begin, to);
    }

    /** The whole calendar day before, which has 23 or 25 hours when clocks change. @param planned the time that was planned */
    static Window dayBefore(Instant planned, ZoneId zone) {
        ZonedDateTime today = planned.atZone(zone).toLocalDate().atStartOfDay(zone);
        ZonedDateTime yesterday = today.toLocalDate().minusDays(1).atStartOfDay(zone);
        return new Window(yesterday.toInstant(), today.toInstant().minus(Duration.ofMillis(1)));
    }
}
