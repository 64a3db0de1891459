package io.esimhub.sandbox.redteago;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.faults.Fault;
import io.esimhub.sandbox.ledger.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The eSIMs of an order come one after the other, the last of them when the delay is over. */
@Component
class Allocation {

    private final Duration delay;
    private final SandboxClock clock;
    private final Set<String> slow = ConcurrentHashMap.newKeySet();

    Allocation(SandboxProperties settings, SandboxClock clock) {
        this.delay = settings.redteago().allocationDelay();
        this.clock = clock;
    }

    /** This order's take longer. */
    void slowly(Purchase purchase) {
        slow.add(purchase.reference());
    }

    /** From the order to the last of its eSIMs. */
    Duration delay(Purchase purchase) {
        return slow.contains(purchase.reference()) ? delay.multipliedBy(Fault.SLOWLY) : delay;
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
        return purchase.createdAt()
                .plus(delay(purchase).multipliedBy(index + 1L).dividedBy(purchase.quantity()));
    }
}
