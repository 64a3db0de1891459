package io.esimhub.competitors.fetch;

import java.time.Duration;

/** How a thread waits for its turn; tests move the clock instead. */
@FunctionalInterface
public interface Pause {

    void last(Duration time) throws InterruptedException;
}
