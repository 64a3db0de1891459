package io.esimhub.suppliers;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an eSIM's life is, as its supplier sees it now.
 *
 * @param stage the furthest that the supplier tells
 * @param installedAt when a phone first took the profile
 * @param activatedAt when its time began to run
 * @param usedBytes of data
 * @param totalBytes of data
 * @param expiresAt when it ends, or ended
 */
public record EsimStatus(
        Stage stage,
        Optional<Instant> installedAt,
        Optional<Instant> activatedAt,
        Optional<Long> usedBytes,
        Optional<Long> totalBytes,
        Optional<Instant> expiresAt) {

    /** In the order of a life; what comes later is never taken back. */
    public enum Stage {
        /** Nobody has installed it. */
        NEW,
        INSTALLED,
        /** Its time runs. */
        ACTIVE,
        /** All data is used. */
        DEPLETED,
        EXPIRED,
        /** Given back or revoked. */
        CANCELLED
    }

    public static EsimStatus of(Stage stage) {
        return new EsimStatus(
                stage, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Nobody has begun to use it, so it may be given back. */
    public boolean untouched() {
        return stage == Stage.NEW;
    }
}
