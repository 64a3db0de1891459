package io.esimhub.suppliers;

import java.time.Duration;
import java.util.Optional;

/** What giving an eSIM back led to; the same four outcomes as an order's. */
public sealed interface CancelAnswer {

    /** Taken back, and its price returned. */
    record Cancelled() implements CancelAnswer {}

    /**
     * Refused in the vendor's own format: installed already, too late, unknown.
     *
     * @param text the vendor's words, without secrets, at most 200 characters
     */
    record Refused(String text) implements CancelAnswer {}

    /** The request surely did nothing: another time. */
    record NotSent(SupplierAnswer.Cause cause, Optional<Duration> retryAfter, String text) implements CancelAnswer {}

    /** No one knows; the eSIM's status tells. */
    record Unknown(String cause) implements CancelAnswer {}
}
