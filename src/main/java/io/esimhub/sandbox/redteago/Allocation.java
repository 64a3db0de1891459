package io.esimhub.sandbox.redteago;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.ledger.Purchase;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The eSIMs of an order come one after the other, the last of them when the delay is over. */
@Component
class Allocation {

    private final Duration delay;
    private final SandboxClock clock;

    Allocation(SandboxProperties settings, SandboxClock clock) {
        this.delay = settings.redteago().allocationDelay();
        this.clock = clock;
    }

    /** How many are there by now. */
    int progress(Purchase purchase) {
        int all = purchase.quantity();
        Instant now = clock.instant();
        int done = 0;
        while (done < all && !now.isBefore(readyAt(purchase, done))) {
            done++;
        }
        return done;
    }

    private Instant readyAt(Purchase purchase, int index) {
        return purchase.createdAt().plus(delay.multipliedBy(index + 1L).dividedBy(purchase.quantity()));
    }
}
