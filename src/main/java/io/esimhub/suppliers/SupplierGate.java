package io.esimhub.suppliers;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Whether a supplier may be called now: breaker and bulkhead of this process, rate of all processes. Never waits. */
@Component
public class SupplierGate {

    private final Map<String, SupplierDoor> doors = new TreeMap<>();
    private final SuppliersProperties properties;
    private final RateLimit rate;

    SupplierGate(SuppliersProperties properties, RateLimit rate, SupplierMeters meters, Clock clock) {
        this.properties = properties;
        this.rate = rate;
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

    /** For calls that buy nothing: only the rate counts. Empty if the call may be made, else when to ask again. */
    public Optional<Instant> tryRate(String supplier) {
        return rate.take(supplier, properties.of(supplier).requestsPerSecond());
    }

    SupplierDoor door(String supplier) {
        properties.of(supplier);
        return doors.get(supplier);
    }

    private Entry inTime(String supplier, Entry.Admitted admitted) {
        boolean answered = false;
        try {
            Optional<Instant> later = tryRate(supplier);
            answered = later.isEmpty();
            return answered ? admitted : new Entry.RateLimited(later.get());
        } finally {
            if (!answered) {
                admitted.permit().close();
            }
        }
    }
}
