package io.esimhub.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Says how the delivery ended. */
record DeliveryReceipt(Clock clock, boolean smtp) {

    /** @param file null without an outbox */
    DeliveryOutcome sent(Path file) {
        return new DeliveryOutcome.Sent(clock.instant(), Optional.ofNullable(file), smtp);
    }

    DeliveryOutcome refused(Exception refusal) {
        return new DeliveryOutcome.AddressRefused(refusal.getMessage());
    }
}
