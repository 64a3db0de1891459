package io.esimhub.suppliers;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What speaks against choosing a supplier now, as far as this process knows: its settings, its breaker, its pause. */
@Component
public class SupplierStatus {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final SuppliersProperties properties;
    private final PurchasingProperties purchasing;
    private final SupplierGate gate;
    private final Clock clock;

    SupplierStatus(SuppliersProperties properties, PurchasingProperties purchasing, SupplierGate gate, Clock clock) {
        this.properties = properties;
        this.purchasing = purchasing;
        this.gate = gate;
        this.clock = clock;
    }

    public Optional<Obstacle> obstacle(String supplier) {
        SupplierSettings settings = properties.suppliers().get(supplier);
        if (settings == null || !settings.enabled()) {
            return Optional.of(Obstacle.lasting("not enabled in hub.suppliers"));
        }
        if (purchasing(supplier) == Purchasing.OFF) {
            return Optional.of(Obstacle.passing("purchasing is off", LATER));
        }
        SupplierDoor door = gate.door(supplier);
        if (clock.instant().isBefore(door.pausedUntil())) {
            return Optional.of(Obstacle.passing("paused until " + door.pausedUntil(), SOON));
        }
        return door.refuses() ? Optional.of(Obstacle.passing("breaker open", SOON)) : Optional.empty();
    }

    /** The stricter of what is said for all suppliers and for this one. */
    public Purchasing purchasing(String supplier) {
        Purchasing own = Optional.ofNullable(properties.suppliers().get(supplier))
                .map(SupplierSettings::purchasing)
                .orElse(Purchasing.ON);
        return own.compareTo(purchasing.purchasing()) > 0 ? own : purchasing.purchasing();
    }

    /** Whether an account that holds too little cannot buy. */
    public boolean prepaid(String supplier) {
        return Optional.ofNullable(properties.suppliers().get(supplier))
                .filter(SupplierSettings::prepaid)
                .isPresent();
    }
}
