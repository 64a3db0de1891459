package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The leaky bucket of query costs. */
@Component
class QueryCosts {

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

    /** What costs more than the bucket holds needs a full one: it would never be answered otherwise. */
    synchronized boolean take(int cost) {
        Instant now = clock.instant();
        available = Math.min(most, available + rate * Duration.between(at, now).toMillis() / 1000.0);
        at = now;
        if (available < Math.min(cost, most)) {
            return false;
        }
        available = Math.max(0, available - cost);
        return true;
    }

    synchronized void giveBack(int cost) {
        available = Math.min(most, available + cost);
    }

    /** @param actual null: the call did not run */
    synchronized Map<String, Object> shown(int requested, Integer actual) {
        Map<String, Object> cost = new HashMap<>();
        cost.put("requestedQueryCost", requested);
        cost.put("actualQueryCost", actual);
        cost.put(
                "throttleStatus",
                Map.of("maximumAvailable", most, "currentlyAvailable", (int) available, "restoreRate", rate));
        return Map.of("cost", cost);
    }
}
