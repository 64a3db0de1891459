package io.esimhub.channels.access;

import java.time.Duration;
import java.time.Instant;

/**
 * A bearer token.
 *
 * @param goodUntil when another one is fetched, a tenth of its life before it expires
 */
public record AccessToken(String value, Instant fetchedAt, Instant goodUntil) {

    /** Within this a token is fresh: that it is refused is not its age's fault. */
    private static final Duration MOMENT = Duration.ofSeconds(30);

    /** @param life as the vendor said it */
    public static AccessToken of(String value, Instant fetchedAt, Duration life) {
        return new AccessToken(value, fetchedAt, fetchedAt.plus(life.minus(life.dividedBy(10))));
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
        return "AccessToken[fetched " + fetchedAt + "]";
    }
}
