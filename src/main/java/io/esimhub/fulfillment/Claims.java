package io.esimhub.fulfillment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** After a restore: an owed unit may have been bought in the time that our books do not hold. Nothing is sent, the supplier's books are searched. */
@Component
class Claims {

    private final Purchases purchases;
    private final FulfillmentProperties properties;
    private final Clock clock;

    Claims(Purchases purchases, FulfillmentProperties properties, Clock clock) {
        this.purchases = purchases;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param key the one that it would have been sent under before the database was restored */
    void claim(
            OrderRun run,
            OrderBook book,
            Request request,
            Variant variant,
            List<Unit> covered,
            String key,
            Recovery recovery) {
        Purchase purchase =
                purchases.claim(request, key, variant, covered, recovery.backupAt(), searchedFrom(recovery));
        book.changed(covered, unit -> unit.with(UnitState.BUYING, Optional.empty()));
        run.tell(
                "looked for at the supplier",
                Map.of(
                        "purchase", purchase.id(),
                        "supplier", variant.supplier(),
                        "bundle", variant.supplierSku(),
                        "quantity", covered.size(),
                        "why", "it may have been bought before the database was restored"));
    }

    /** Not before all others have claimed theirs. */
    private Instant searchedFrom(Recovery recovery) {
        Instant now = clock.instant();
        Instant together = recovery.matchingAt().orElse(now).plus(properties.claimsWithin());
        return together.isAfter(now) ? together : now;
    }
}
