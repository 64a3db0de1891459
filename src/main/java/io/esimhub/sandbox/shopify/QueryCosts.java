package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The leaky bucket of query costs. Every call costs the same here. */
@Component
class QueryCosts {

    private static final int COST = 10;

    private final SandboxClock clock;
    private final int most;
    private final int rate;
    private double available;
    private Instant at;

    QueryCosts(SandboxClock clock, SandboxProperties settings) {
        this.clock = clock;
        this.most = settings.shopify().bucket();
        this.rate = Math.max(1, most / 50);
        this.available = most;
        this.at = clock.instant();
    }

    synchronized boolean afford() {
        Instant now = clock.instant();
        available = Math.min(most, available + rate * Duration.between(at, now).toMillis() / 1000.0);
        at = now;
        if (available < COST) {
            return false;
        }
        available -= COST;
        return true;
    }

    synchronized Map<String, Object> shown(boolean ran) {
        Map<String, Object> cost = new HashMap<>();
        cost.put("requestedQueryCost", COST);
        cost.put("actualQueryCost", ran ? COST : null);
        cost.put(
                "throttleStatus",
                Map.of("maximumAvailable", most, "currentlyAvailable", (int) available, "restoreRate", rate));
        return Map.of("cost", cost);
    }
}
