package io.esimhub.suppliers;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a supplier is not to be chosen.
 *
 * @param again when it is worth looking again, if it goes by itself
 */
public record Obstacle(String text, Optional<Duration> again) {

    static Obstacle lasting(String text) {
        return new Obstacle(text, Optional.empty());
    }

    static Obstacle passing(String text, Duration again) {
        return new Obstacle(text, Optional.of(again));
    }
}
