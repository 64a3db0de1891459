package io.esimhub.fulfillment;

import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.Permit;
import io.esimhub.suppliers.SupplierEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One call of a supplier's route that an order needs to go on. */
sealed interface SupplierCall {

    /** How far the supplier's books are searched around a purchase: its clock may differ from ours. */
    Duration MARGIN = Duration.ofMinutes(10);

    Purchase purchase();

    /** Which of the supplier's routes. */
    SupplierEntry entry();

    /** The direct endpoint of the supplier's route. */
    default String endpoint() {
        return entry().route(purchase().supplier());
    }

    /** What the route gets. */
    Object body();

    /**
     * Sends the order, once.
     *
     * @param units the ids of those that it is for
     * @param resend the same order again under the same key, at a supplier that knows keys
     */
    record Place(Purchase purchase, List<Long> units, Permit permit, boolean resend) implements SupplierCall {
        @Override
        public SupplierEntry entry() {
            return SupplierEntry.PLACE;
        }

        @Override
        public Object body() {
            return purchase.request();
        }
    }

    /** Looks for it in the supplier's list of orders. */
    record Search(Purchase purchase, Instant until) implements SupplierCall {
        @Override
        public SupplierEntry entry() {
            return SupplierEntry.LIST;
        }

        @Override
        public Object body() {
            return new OrderWindow(
                    purchase.dispatchedAt().minus(MARGIN), until.plus(MARGIN), Optional.of(purchase.key()));
        }
    }

    /** Asks for an order whose reference we hold. */
    record Find(Purchase purchase) implements SupplierCall {
        @Override
        public SupplierEntry entry() {
            return SupplierEntry.FIND;
        }

        @Override
        public Object body() {
            return purchase.supplierOrder().orElseThrow();
        }
    }
}
