package io.esimhub.sandbox;

import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The suppliers' clock: the process's own (a test may move it), off by {@code hub.sandbox.clock-skew}. */
@Component
public class SandboxClock {

    private final Clock clock;
    private final boolean skewed;

    SandboxClock(ObjectProvider<Clock> clocks, SandboxProperties settings) {
        skewed = !settings.clockSkew().isZero();
        clock = Clock.offset(clocks.getIfUnique(Clock::systemUTC), settings.clockSkew());
    }

    public Instant instant() {
        return clock.instant();
    }

    /** Whether the Date header has to be set, because the server's own would be right. */
    public boolean isSkewed() {
        return skewed;
    }
}
