package io.esimhub.suppliers;

import io.esimhub.operations.rates.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Whether a supplier may be called now: breaker and bulkhead of this process, rate of all processes. Never waits. */
@Component
public class SupplierGate {

    private final Map<String, SupplierDoor> doors = new TreeMap<>();
    private final Map<String, RateCosts> costs = new HashMap<>();
    private final SuppliersProperties properties;
    private final RateLimit rate;

    SupplierGate(
            SuppliersProperties properties,
            List<SupplierCapabilities> capabilities,
            RateLimit rate,
            SupplierMeters meters,
            Clock clock) {
        this.properties = properties;
        this.rate = rate;
        capabilities.forEach(each -> costs.put(each.code(), each.rate()));
        properties.suppliers().forEach((code, settings) -> {
            SupplierDoor door = new SupplierDoor(
                    code, settings.bulkhead(), (answer, took) -> meters.ordered(code, answer, took), clock);
            meters.watch(code, door);
            doors.put(code, door);
        });
    }

    /**
     * For a call that buys. The permit must be given back, answered or closed.
     *
     * @throws IllegalArgumentException if the settings have no such supplier
     */
    public Entry tryEnter(String supplier) {
        Entry entry = door(supplier).tryEnter();
        return entry instanceof Entry.Admitted admitted ? inTime(supplier, admitted) : entry;
    }

    /**
     * For calls that buy nothing: only the rate counts, the account's and the entry's own. Empty if the call may be made, else when to ask
     * again.
     */
    public Optional<Instant> tryRate(String supplier, SupplierEntry entry) {
        RateCosts cost = costs.getOrDefault(supplier, RateCosts.even());
        Optional<Instant> own = rate.take(
                entry.route(supplier), Duration.ofMinutes(1), cost.own().getOrDefault(entry, 0), 1);
        return own.isPresent()
                ? own
                : rate.take(
                        supplier, Duration.ofSeconds(1), properties.of(supplier).requestsPerSecond(), cost.of(entry));
    }

    /** Forgets the pause that the supplier asked this process for. */
    public void resume(String supplier) {
        door(supplier).resume();
    }

    /**
     * For calls that change something and buy nothing, before {@link #tryRate}: empty if neither a pause nor the breaker is in the way,
     * else when to ask again. A lack of funds is not in the way of getting money back.
     */
    public Optional<Instant> closedUntil(String supplier) {
        return door(supplier).closedUntil();
    }

    SupplierDoor door(String supplier) {
        properties.of(supplier);
        return doors.get(supplier);
    }

    private Entry inTime(String supplier, Entry.Admitted admitted) {
        boolean answered = false;
        try {
            Optional<Instant> later = tryRate(supplier, SupplierEntry.PLACE);
            answered = later.isEmpty();
            return answered ? admitted : new Entry.RateLimited(later.get());
        } finally {
            if (!answered) {
                admitted.permit().close();
            }
        }
    }
}
