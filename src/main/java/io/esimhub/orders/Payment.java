package io.esimhub.orders;

/** Where the customer's money is. The order of the names is their strength: on a tie in time the later one wins. */
public enum Payment {
    UNPAID,
    PAID,
    /** Given back altogether; nothing is owed any more. */
    REFUNDED,
    /** Never taken, and never will be. */
    VOIDED;

    boolean owesNothing() {
        return this == REFUNDED || this == VOIDED;
    }
}
