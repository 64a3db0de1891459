package io.esimhub.suppliers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What sending one order led to. {@link Unknown} is an outcome, not an error: the supplier may have sold us the eSIMs, and
 * nothing but its own books or a person can tell.
 */
public sealed interface SupplierAnswer {

    /** Bought and handed over. */
    record Completed(String supplierOrder, List<SupplierEsim> esims) implements SupplierAnswer {}

    /** Bought; the eSIMs come later under this reference. */
    record Accepted(String supplierOrder) implements SupplierAnswer {}

    /**
     * Refused in the vendor's own format, so surely not bought.
     *
     * @param text the vendor's words, without secrets, at most 200 characters
     */
    record Rejected(Refusal refusal, String text) implements SupplierAnswer {}

    /**
     * Surely not bought, and not refused either: another time.
     *
     * @param retryAfter how long the supplier asked us to wait, if it did
     */
    record NotPlaced(Cause cause, Optional<Duration> retryAfter, String text) implements SupplierAnswer {}

    /** No one knows. */
    record Unknown(String cause) implements SupplierAnswer {}

    /** Why a supplier refused. */
    enum Refusal {
        OUT_OF_STOCK,
        UNKNOWN_BUNDLE,
        FUNDS,
        PRICE,
        INVALID;

        /** Only these two say that another supplier may well sell what this one cannot. */
        public boolean failsOver() {
            return this == OUT_OF_STOCK || this == UNKNOWN_BUNDLE;
        }
    }

    /** Why an order never reached the supplier's books. */
    enum Cause {
        /** Refused connection, no such host, TLS failure before a byte of ours was sent. */
        UNREACHABLE,
        /** 429. */
        BUSY,
        /** 401, a 403 that may be the key, a gate's HTML page: a person has to look, and no other order should be tried. */
        ACCESS
    }
}
