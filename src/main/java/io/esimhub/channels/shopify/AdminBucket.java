package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a shop's last answer said about its leaky bucket of query costs, and what it must hold by now. Other processes and apps draw from
 * it too, so this is a courtesy: Shopify's own word counts.
 */
record AdminBucket(double available, double restoreRate, double most, Instant at) {

    /** Left in the bucket for others. */
    private static final double RESERVE = 50;

    /** @param answer the whole answer; empty if it says nothing of costs */
    static Optional<AdminBucket> of(JsonNode answer, Instant now) {
        JsonNode bucket = answer.path("extensions").path("cost").path("throttleStatus");
        return bucket.path("restoreRate").asDouble() <= 0
                ? Optional.empty()
                : Optional.of(new AdminBucket(
                        bucket.path("currentlyAvailable").asDouble(),
                        bucket.path("restoreRate").asDouble(),
                        bucket.path("maximumAvailable").asDouble(),
                        now));
    }

    /** @return empty if a call may be made now; else when */
    Optional<Instant> closedUntil(Instant now) {
        double held = Math.min(
                most, available + restoreRate * Duration.between(at, now).toMillis() / 1000.0);
        double missing = Math.min(RESERVE, most / 2) - held;
        return missing <= 0
                ? Optional.empty()
                : Optional.of(now.plusMillis((long) Math.ceil(missing * 1000 / restoreRate)));
    }
}
