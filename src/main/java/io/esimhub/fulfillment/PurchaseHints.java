package io.esimhub.fulfillment;

import io.esimhub.operations.work.Turns;
import io.esimhub.operations.work.WorkQueue;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What suppliers let us know of orders that are not done. A hint changes no purchase; it has the supplier asked now and not later. */
@Component
public class PurchaseHints {

    private static final String OPEN =
            """
            select id from fulfillment.purchases
            where supplier = ? and (supplier_order = any(?::text[]) or key = any(?::text[]))
              and state in ('DISPATCHED', 'ACCEPTED', 'UNKNOWN')
            order by id""";

    private final JdbcTemplate jdbc;
    private final Purchases purchases;
    private final SupplierLimits limits;
    private final Turns turns;
    private final WorkQueue work;

    PurchaseHints(JdbcTemplate jdbc, Purchases purchases, SupplierLimits limits, Turns turns, WorkQueue work) {
        this.jdbc = jdbc;
        this.purchases = purchases;
        this.limits = limits;
        this.turns = turns;
        this.work = work;
    }

    /** The open purchases at a supplier under these numbers of its, or these keys of ours. */
    public List<Long> open(String supplier, List<String> supplierOrders, List<String> keys) {
        return supplierOrders.isEmpty() && keys.isEmpty()
                ? List.of()
                : jdbc.queryForList(
                        OPEN, Long.class, supplier, supplierOrders.toArray(String[]::new), keys.toArray(String[]::new));
    }

    /**
     * What was accepted is in the next look for allocations, which is now; what is unknown is looked for by its order.
     *
     * @param callback its number in the inbox
     */
    public void changed(long id, long callback) {
        Optional<Purchase> open = purchases.byId(id).filter(PurchaseHints::isOpen);
        open.ifPresent(purchase -> {
            if (purchase.state() == PurchaseState.UNKNOWN || !limits.completesLater(purchase.supplier())) {
                long order = purchases.ownerOf(id).orderId();
                work.enqueueAndRun("orders", "order:" + order + ":callback:" + callback, Long.toString(order), null);
            } else {
                turns.now(Allocations.turn(purchase.supplier()));
            }
        });
    }

    private static boolean isOpen(Purchase purchase) {
        return switch (purchase.state()) {
            case DISPATCHED, ACCEPTED, UNKNOWN -> true;
            default -> false;
        };
    }
}
