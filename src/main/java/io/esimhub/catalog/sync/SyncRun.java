package io.esimhub.catalog.sync;

import java.time.Instant;

/**
 * One look at one supplier's list.
 *
 * @param lossAccepted a person says that the list may be short
 * @param error what its last try ended with; null: none failed
 * @param startedAt of the try under way; null before the first
 */
record SyncRun(long id, String supplier, boolean lossAccepted, boolean ended, String error, Instant startedAt) {

    SyncRun startedAt(Instant at) {
        return new SyncRun(id, supplier, lossAccepted, ended, error, at);
    }
}
