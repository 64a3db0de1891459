package io.esimhub.fulfillment;

/** The life of giving one eSIM back. */
enum CancellationState {
    /** To be given back; the supplier has surely not been told, or surely did nothing. */
    REQUESTED,
    /** Written down; the request goes out, or went out, or the process died before. */
    DISPATCHED,
    /** May have happened. */
    UNKNOWN,
    /** The supplier took it back. */
    CANCELLED,
    /** The supplier did not, or cannot: a task for a person. */
    KEPT;

    /** Nothing more happens by itself. */
    boolean ended() {
        return this == CANCELLED || this == KEPT;
    }
}
