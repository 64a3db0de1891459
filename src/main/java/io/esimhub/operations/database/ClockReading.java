package io.esimhub.operations.database;

import java.time.Duration;
import java.time.Instant;

/**
 * One look at both clocks.
 *
 * @param asked our time when the question left
 * @param database the database's time when it answered
 * @param answered our time when the answer was here
 */
record ClockReading(Instant asked, Instant database, Instant answered) {

    /** How far the clocks are apart: the database is taken to have answered half way. Never negative. */
    Duration skew() {
        Instant halfWay = asked.plus(roundTrip().dividedBy(2));
        return Duration.between(halfWay, database).abs();
    }

    /** The skew is known to half of this. */
    Duration roundTrip() {
        return Duration.between(asked, answered);
    }
}
