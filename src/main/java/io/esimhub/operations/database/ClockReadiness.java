package io.esimhub.operations.database;

import io.esimhub.operations.health.ReadinessCondition;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A process whose clock is wrong is not ready. */
@Component
class ClockReadiness implements ReadinessCondition {

    private final ClockSkew skew;

    ClockReadiness(ClockSkew skew) {
        this.skew = skew;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Optional<String> notReadyBecause() {
        return skew.tooLarge() ? Optional.of("this machine's clock is too far off the database's") : Optional.empty();
    }
}
