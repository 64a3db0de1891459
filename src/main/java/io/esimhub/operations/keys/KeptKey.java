package io.esimhub.operations.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What our books hold of a key. */
record KeptKey(
        long id,
        byte[] hash,
        String name,
        List<String> scopes,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        boolean revoked) {

    static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    boolean opens(ApiKey presented, Instant now) {
        return presented.hasHash(hash)
                && !revoked
                && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
    }

    /** Not with every request: that would be a commit each. */
    boolean useIsWorthNoting(Instant now) {
        return lastUsedAt.filter(last -> last.isAfter(now.minus(NOTED_EVERY))).isEmpty();
    }
}
