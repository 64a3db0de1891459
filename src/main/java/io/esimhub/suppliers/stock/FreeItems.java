package io.esimhub.suppliers.stock;

import io.esimhub.suppliers.StockOnHand;
import java.time.Clock;
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
    public int free(String supplierSku) {
        return shelf.free(supplierSku, clock.instant());
    }
}
