package io.esimhub.fulfillment;

import io.esimhub.suppliers.OrderWindow;
import java.util.List;

/** One look into a supplier's books for all orders it has accepted and not handed over. */
record AllocationPoll(String supplier, OrderWindow window, List<Purchase> awaited) {

    /** For the route that picks the supplier's list. */
    public String getSupplier() {
        return supplier;
    }
}
