package io.esimhub.suppliers;

/** How an order with an unknown outcome is found again at a supplier. */
public enum ResolutionCapability {
    /** The supplier keeps our key and answers a re-sent order with the first one. */
    NATIVE_KEY,
    /** The supplier keeps our key as a text of ours, to be found by it; a re-sent order would be another one. */
    OUR_REFERENCE,
    /** The supplier keeps no word of ours: its list is compared by item, quantity, total and time. */
    LIST_AND_MATCH,
    /** Only a person can tell. */
    NONE
}
