package io.esimhub.fulfillment;

/** What would become of an order of one unit that came now. */
public enum Buyable {
    /** It would be bought at once. */
    NOW,
    /** It would wait for an obstacle that passes by itself. */
    SHORTLY,
    /** It would be parked for a person, or held back. */
    NO
}
