package io.esimhub.suppliers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a supplier may be called now: breaker and bulkhead of this process, rate of all processes. Never waits. */
@Component
public class SupplierGate {

    private final Map<String, SupplierDoor> doors;
    private final SuppliersProperties properties;
    private final RateLimit rate;

    SupplierGate(SuppliersProperties properties, RateLimit rate, MeterRegistry meters, Clock clock) {
        this.properties = properties;
        this.rate = rate;
        this.doors = properties.suppliers().keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> new SupplierDoor(
                                code, properties.suppliers().get(code).bulkhead(), clock)));
        doors.forEach((code, door) -> Gauge.builder("hub.supplier.breaker.open", door, it -> it.refuses() ? 1 : 0)
                .tag("supplier", code)
                .register(meters));
    }

    /** @throws IllegalArgumentException if the settings have no such supplier */
    public Entry tryEnter(String supplier) {
        Entry entry = door(supplier).tryEnter();
        if (entry instanceof Entry.Admitted admitted) {
            Optional<Instant> later = tryRate(supplier);
            if (later.isPresent()) {
                admitted.permit().close();
                return new Entry.RateLimited(later.get());
            }
        }
        return entry;
    }

    /** For calls that buy nothing: only the rate counts. Empty if the call may be made, else when to ask again. */
    public Optional<Instant> tryRate(String supplier) {
        return rate.take(supplier, properties.suppliers().get(supplier).requestsPerSecond());
    }

    SupplierDoor door(String supplier) {
        SupplierDoor door = doors.get(supplier);
        if (door == null) {
            throw new IllegalArgumentException("hub.suppliers has no " + supplier);
        }
        return door;
    }
}
