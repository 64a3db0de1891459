package io.esimhub.fulfillment;

/** The life of one owed eSIM. */
public enum UnitState {
    OWED,
    /** Cannot go on by itself; the reason says why. */
    PARKED,
    /** A purchase may have happened. */
    BUYING,
    BOUGHT,
    SENT,
    /** No longer owed. */
    DROPPED;

    public boolean bought() {
        return this == BOUGHT || this == SENT;
    }
}
