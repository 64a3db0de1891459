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
    REFUSED;

    /** These are looked at anew in every run; the others wait for a person or for a changed catalog. */
    boolean clearsByItself() {
        return this == UNKNOWN_SKU || this == NO_EMAIL || this == NO_ADDRESS;
    }
}
