package io.esimhub.operations.health;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.stereotype.Component;

/**
 * Camel runs, and so does every route that starts by itself. A route that an operator has stopped is meant to stand still and
 * does not take the process out of service.
 */
@Component
class RoutesStarted implements ReadinessCondition {

    /** The price monitor's routes come last, and nobody's order waits for them. */
    private static final String NOT_NEEDED = "competitors";

    private final CamelContext camel;

    RoutesStarted(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public String name() {
        return "routes";
    }

    @Override
    public Optional<String> notReadyBecause() {
        if (!camel.getStatus().isStarted()) {
            return Optional.of("Camel is " + camel.getStatus());
        }
        long starting = camel.getRoutes().stream().filter(this::isStillStarting).count();
        return starting == 0 ? Optional.empty() : Optional.of(starting + " routes are still starting");
    }

    private boolean isStillStarting(Route route) {
        return !NOT_NEEDED.equals(route.getGroup())
                && camel.getRouteController().getRouteStatus(route.getRouteId()).isStarting();
    }
}
