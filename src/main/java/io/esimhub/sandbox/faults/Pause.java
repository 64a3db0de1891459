package io.esimhub.sandbox.faults;

import java.util.concurrent.TimeUnit;

/** A thread that does nothing for a while, which is what a slow supplier looks like and costs no CPU. */
final class Pause {

    private Pause() {}

    static void of(long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
