package io.esimhub.fulfillment;

import java.time.Duration;
import java.util.Optional;

/**
 * A variant and what the choice made of it.
 *
 * @param excluded why it cannot be taken; empty if it can
 * @param again when it is worth looking again, if the obstacle goes by itself: a breaker closes, a pause ends
 * @param note what could not be judged, and did not count
 */
record Considered(Variant variant, Optional<String> excluded, Optional<Duration> again, Optional<String> note) {

    static final String FUNDS = "FUNDS";

    static Considered fit(Variant variant) {
        return new Considered(variant, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Considered fit(Variant variant, Optional<String> note) {
        return new Considered(variant, Optional.empty(), Optional.empty(), note);
    }

    static Considered out(Variant variant, String why) {
        return new Considered(variant, Optional.of(why), Optional.empty(), Optional.empty());
    }

    static Considered notNow(Variant variant, String why, Duration again) {
        return new Considered(variant, Optional.of(why), Optional.of(again), Optional.empty());
    }
}
