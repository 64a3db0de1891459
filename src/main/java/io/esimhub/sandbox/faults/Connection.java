package io.esimhub.sandbox.faults;

/** The client's connection. */
@FunctionalInterface
interface Connection {

    /** Ends it; what was not flushed before never leaves. */
    void cut();
}
