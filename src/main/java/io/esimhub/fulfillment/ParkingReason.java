package io.esimhub.fulfillment;

/** Why a unit cannot go on by itself. */
enum ParkingReason {
    UNKNOWN_SKU,
    NO_EMAIL,
    /** Of a line that is sent by post. */
    NO_ADDRESS,
    NO_VARIANT,
    FUNDS,
    PRICE,
    REFUSED,
    /** This hub only watched: another system has served the customer. */
    SHADOW,
    /** Placed before this hub took over. */
    BEFORE_PURCHASE_FROM;

    /** These are looked at anew in every run; the others wait for a person or for a changed catalog. */
    boolean clearsByItself() {
        return this == UNKNOWN_SKU || this == NO_EMAIL || this == NO_ADDRESS;
    }

    /** Nobody has to do anything, and nothing may: these are never taken up again with the others. */
    boolean heldBack() {
        return this == SHADOW || this == BEFORE_PURCHASE_FROM;
    }
}
