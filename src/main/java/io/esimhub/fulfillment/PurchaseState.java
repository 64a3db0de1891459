package io.esimhub.fulfillment;

/** The life of one order at a supplier. */
enum PurchaseState {
    /** Written down; the request goes out, or went out, or the process died before. */
    DISPATCHED,
    /** Bought; the eSIMs come later. */
    ACCEPTED,
    /** May have happened. */
    UNKNOWN,
    COMPLETED,
    REJECTED,
    NOT_PLACED,
    /** Was unknown; the supplier's books, or a person, say no. */
    NOT_BOUGHT
}
