package io.esimhub.operations;

/** A process that is the price monitor and nothing else. */
public final class MonitorOnly {

    /** Its profiles: without one of the hub's environments there is no hub. */
    public static final String PROFILES = "competitors & !local & !staging & !prod";

    private MonitorOnly() {}
}
