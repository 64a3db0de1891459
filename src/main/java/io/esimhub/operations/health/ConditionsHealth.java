package io.esimhub.operations.health;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Component {@code conditions} of readiness: every {@link ReadinessCondition} by its name. */
@Component("conditionsHealthIndicator")
class ConditionsHealth implements HealthIndicator {

    private final List<ReadinessCondition> conditions;

    ConditionsHealth(ObjectProvider<ReadinessCondition> conditions) {
        this.conditions = conditions.orderedStream().toList();
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (ReadinessCondition condition : conditions) {
            condition
                    .notReadyBecause()
                    .ifPresentOrElse(
                            reason -> health.outOfService().withDetail(condition.name(), reason),
                            () -> health.withDetail(condition.name(), "ready"));
        }
        return health.build();
    }
}
