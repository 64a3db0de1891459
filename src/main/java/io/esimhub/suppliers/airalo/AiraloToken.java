package io.esimhub.suppliers.airalo;

import java.time.Duration;
import java.time.Instant;

/**
 * A bearer token.
 *
 * @param goodUntil when another one is fetched, some time before it expires
 */
record AiraloToken(String value, Instant fetchedAt, Instant goodUntil) {

    /** The vendor asks for a new one every day, although a token lasts a year. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Within this a token is fresh: that it is refused is not its age's fault. */
    private static final Duration MOMENT = Duration.ofSeconds(30);

    /** @param life as the vendor said it */
    static AiraloToken of(String value, Instant fetchedAt, Duration life) {
        Duration used = life.compareTo(LONGEST) > 0 ? LONGEST : life;
        return new AiraloToken(value, fetchedAt, fetchedAt.plus(used.minus(used.dividedBy(10))));
    }

    boolean isFresh(Instant now) {
        return now.isBefore(fetchedAt.plus(MOMENT));
    }

    boolean isGood(Instant now) {
        return now.isBefore(goodUntil);
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "AiraloToken[fetched " + fetchedAt + "]";
    }
}
