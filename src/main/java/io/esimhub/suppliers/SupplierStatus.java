package io.esimhub.suppliers;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What speaks against choosing a supplier now. */
@Component
public class SupplierStatus {

    private final SuppliersProperties properties;
    private final SupplierGate gate;
    private final Clock clock;

    SupplierStatus(SuppliersProperties properties, SupplierGate gate, Clock clock) {
        this.properties = properties;
        this.gate = gate;
        this.clock = clock;
    }

    public Optional<Obstacle> obstacle(String supplier) {
        SupplierSettings settings = properties.suppliers().get(supplier);
        if (settings == null || !settings.enabled()) {
            return Optional.of(new Obstacle("not enabled in hub.suppliers", false));
        }
        SupplierDoor door = gate.door(supplier);
        if (clock.instant().isBefore(door.pausedUntil())) {
            return Optional.of(new Obstacle("paused until " + door.pausedUntil(), true));
        }
        return door.refuses() ? Optional.of(new Obstacle("breaker open", true)) : Optional.empty();
    }
}
