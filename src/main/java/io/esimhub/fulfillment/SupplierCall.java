package io.esimhub.fulfillment;

import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One call of a supplier's route that an order needs to go on. */
sealed interface SupplierCall {

    /** How far the supplier's books are searched around a purchase: its clock may differ from ours. */
    Duration MARGIN = Duration.ofMinutes(10);

    Purchase purchase();

    /** The direct endpoint of the supplier's route. */
    String endpoint();

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
        public String endpoint() {
            return "place-" + purchase.supplier();
        }

        @Override
        public Object body() {
            return purchase.request();
        }
    }

    /** Looks for it in the supplier's list of orders. */
    record Search(Purchase purchase, Instant until) implements SupplierCall {
        @Override
        public String endpoint() {
            return "list-" + purchase.supplier();
        }

        @Override
        public Object body() {
            return new OrderWindow(purchase.dispatchedAt().minus(MARGIN), until.plus(MARGIN));
        }
    }

    /** Asks for an order whose reference we hold. */
    record Find(Purchase purchase) implements SupplierCall {
        @Override
        public String endpoint() {
            return "find-" + purchase.supplier();
        }

        @Override
        public Object body() {
            return purchase.supplierOrder().orElseThrow();
        }
    }
}
