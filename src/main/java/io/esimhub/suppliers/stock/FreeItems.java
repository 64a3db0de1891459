package io.esimhub.suppliers.stock;

import io.esimhub.suppliers.StockOnHand;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What lies on the shelf, for those who choose. */
@Component
class FreeItems implements StockOnHand {

    private final Shelf shelf;
    private final Clock clock;

    FreeItems(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public String supplier() {
        return StockCapabilities.CODE;
    }

    @Override
    public Map<String, Integer> free(Collection<String> supplierSkus) {
        return shelf.free(supplierSkus, clock.instant());
    }
}
