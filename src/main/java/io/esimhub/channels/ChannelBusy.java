package io.esimhub.channels;

import java.time.Instant;

/** A channel asks to wait, or has no room for us now: nothing was done, and another try is welcome later. No failure, no attempt. */
public final class ChannelBusy extends RuntimeException {

    private final transient Instant again;

    public ChannelBusy(Instant again) {
        super("the channel asks to wait", null, false, false);
        this.again = again;
    }

    public Instant again() {
        return again;
    }
}
