package io.esimhub.fulfillment.life;

import io.esimhub.fulfillment.OrderRef;
import io.esimhub.suppliers.EsimReference;
import java.util.Optional;

/**
 * An eSIM in our books, as far as a question about it needs it.
 *
 * @param unit its ordinal in the order's line
 */
record SoldEsim(long id, String supplier, EsimReference reference, OrderRef order, int unit) {

    /** Enough of the ICCID to tell one eSIM of an order from another. */
    Optional<String> iccidEnd() {
        return reference.iccid().map(iccid -> "…" + iccid.substring(Math.max(0, iccid.length() - 4)));
    }
}
