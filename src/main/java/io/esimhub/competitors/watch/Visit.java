package io.esimhub.competitors.watch;

import io.esimhub.competitors.store.Statement;
import io.esimhub.competitors.store.Times;
import java.time.Duration;
import java.time.Instant;

/**
 * How one visit went.
 *
 * @param askedBy null: the schedule
 * @param detail what was wrong, or what was left out; null: nothing to say
 */
record Visit(
        String competitor,
        String askedBy,
        Instant startedAt,
        Instant endedAt,
        Result result,
        int offers,
        int skipped,
        int requests,
        String detail) {

    private static final int LONGEST_DETAIL = 500;

    enum Result {
        OFFERS,
        DRIFT,
        REFUSED,
        FAILED,
        INTERRUPTED
    }

    Statement row() {
        return Statement.of(
                "run-new",
                competitor,
                askedBy,
                Times.text(startedAt),
                Times.text(endedAt),
                Duration.between(startedAt, endedAt).toMillis(),
                result,
                offers,
                skipped,
                requests,
                detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL));
    }
}
