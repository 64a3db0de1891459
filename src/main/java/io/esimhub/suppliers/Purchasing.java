package io.esimhub.suppliers;

/** Whether eSIMs are really bought. */
public enum Purchasing {
    ON,
    /** Everything is done up to the purchase, which is written down and not made. */
    SHADOW,
    /** Orders wait. */
    OFF
}
