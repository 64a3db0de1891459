package io.esimhub.fulfillment;

import java.time.Instant;
import java.util.Optional;

/**
 * The database was restored from a backup, and nobody has released purchasing yet.
 *
 * @param backupAt the newest fact in the backup: what was bought later is not in our books
 * @param matchingAt since when purchases that may have happened are looked for; absent: the channels' orders are not back yet
 */
public record Recovery(long id, Instant backupAt, Instant startedAt, Optional<Instant> matchingAt) {

    /**
     * Whether a line may claim a purchase at a supplier that the backup does not know of.
     *
     * @param notBoughtAt when one there was last proven not to have happened
     */
    boolean mayClaim(Optional<Instant> notBoughtAt) {
        return matchingAt.isPresent()
                && notBoughtAt.filter(at -> !at.isBefore(matchingAt.get())).isEmpty();
    }
}
