package io.esimhub.fulfillment;

import io.esimhub.model.Money;
import io.esimhub.operations.work.WorkQueue;
import io.esimhub.suppliers.Funds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Orders that were parked because no supplier's account could pay. */
@Component
class WaitingForFunds {

    /**
     * Oldest first; only those that this supplier could serve with what it has now, all their parked units together. A cost in another
     * currency cannot be compared.
     */
    private static final String ORDERS =
            """
            select parked.owner_order, parked.owner_kind
            from (
                select r.owner_order, r.owner_kind, r.sku, count(*) as units, min(u.id) as first
                from fulfillment.units u join fulfillment.requests r on r.id = u.request_id
                where u.state = 'PARKED' and u.reason = 'FUNDS'
                group by r.id) parked
            where exists (
                select from catalog.product_variants v
                where v.sku = parked.sku and v.supplier = ? and v.status = 'active'
                  and (not ? or v.cost_currency <> ? or v.cost_amount * parked.units <= ?))
            group by parked.owner_order, parked.owner_kind order by min(parked.first) limit ?""";

    private static final int MANY = 1000;

    private final JdbcTemplate jdbc;
    private final WorkQueue work;
    private final Clock clock;

    WaitingForFunds(JdbcTemplate jdbc, WorkQueue work, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    /** In doubt one order tries first: if it is refused again, the others have not been stirred up for nothing. */
    void release(String supplier, Money balance, boolean prepaid, Funds funds) {
        if (funds == Funds.NONE) {
            return;
        }
        List<OrderRef> orders = jdbc.query(
                ORDERS,
                (row, n) -> new OrderRef(row.getString("owner_kind"), row.getLong("owner_order")),
                supplier,
                prepaid,
                balance.currency(),
                balance.amount(),
                funds == Funds.DOUBTFUL ? 1 : MANY);
        for (OrderRef order : orders) {
            String key = "order:" + order.orderId() + ":funds:" + supplier + ":" + clock.millis();
            work.enqueue("orders", key, order.orderId() + " reopen", Duration.ZERO);
        }
    }
}
