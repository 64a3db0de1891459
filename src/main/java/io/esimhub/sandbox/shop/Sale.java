package io.esimhub.sandbox.shop;

import io.esimhub.sandbox.ledger.Purchase;

/** What became of a basket. */
public sealed interface Sale {

    /** Bought now, or before with the same key. */
    record Sold(Purchase purchase) implements Sale {}

    record Refused(Reason reason) implements Sale {}

    enum Reason {
        UNKNOWN_BUNDLE,
        OUT_OF_STOCK,
        NO_FUNDS,
        /** The buyer hears nothing: the connection is gone. */
        NOBODY_THERE
    }
}
