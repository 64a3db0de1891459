package io.esimhub.suppliers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What the operators' graphs show: {@code hub.supplier.orders} (time, by supplier and outcome),
 * {@code hub.supplier.breaker.open} (1 or 0) and {@code hub.supplier.permits.free}.
 */
@Component
class SupplierMeters {

    private final MeterRegistry meters;

    SupplierMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void watch(String supplier, SupplierDoor door) {
        Gauge.builder("hub.supplier.breaker.open", door, it -> it.refuses() ? 1 : 0)
                .tag("supplier", supplier)
                .register(meters);
        Gauge.builder("hub.supplier.permits.free", door, SupplierDoor::free)
                .tag("supplier", supplier)
                .register(meters);
    }

    void ordered(String supplier, SupplierAnswer answer, Duration took) {
        Timer.builder("hub.supplier.orders")
                .tag("supplier", supplier)
                .tag("outcome", outcome(answer))
                .register(meters)
                .record(took);
    }

    /** completed, accepted, unknown, rejected-funds, not-placed-busy, … */
    private static String outcome(SupplierAnswer answer) {
        String outcome = answer.getClass().getSimpleName();
        if (answer instanceof SupplierAnswer.Rejected rejected) {
            outcome += "-" + rejected.refusal();
        } else if (answer instanceof SupplierAnswer.NotPlaced notPlaced) {
            outcome = "not-placed-" + notPlaced.cause();
        }
        return outcome.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
