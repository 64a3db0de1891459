package io.esimhub.reconciliation;

/** The run was cancelled, or another process has gone on with it: what this one was about to write is not written. */
final class Overtaken extends RuntimeException {

    Overtaken() {
        super("the run is not this process's any more", null, false, false);
    }
}
