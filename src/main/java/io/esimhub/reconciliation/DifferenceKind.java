package io.esimhub.reconciliation;

/** What may differ, and whether the hub mends it by itself. */
enum DifferenceKind {
    /** The channel has an order that we do not know. */
    MISSING(true),
    PAYMENT(true),
    CANCELLATION(true),
    /** Units that are owed now, of some line. */
    QUANTITY(true),
    /** A refund that our quantities do not count. */
    REFUND(true),
    /** We sent units and told the channel, and it does not know of them. */
    WRITE_BACK(true),
    /** The channel shows units as sent that we have not sent. */
    SENT_ELSEWHERE(false),
    /** The channel shows an order in a shape that we do not understand. */
    UNREADABLE(false),
    /** We have an order of the day that its channel does not show. */
    NOT_AT_CHANNEL(false),
    /** The supplier sold us something that belongs to no purchase of ours. */
    NOT_OURS(false),
    /** A purchase of ours that the supplier does not show. */
    NOT_AT_SUPPLIER(false),
    /** The supplier charged another amount than was agreed. */
    PRICE(false),
    /** The supplier shows another quantity than was ordered. */
    ORDER(false),
    /** Bought, and not with the customer long after. */
    NOT_DELIVERED(false);

    private final boolean repairable;

    DifferenceKind(boolean repairable) {
        this.repairable = repairable;
    }

    boolean repairable() {
        return repairable;
    }
}
