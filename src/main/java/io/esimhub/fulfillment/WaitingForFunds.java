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

    /** Oldest first; only those that this supplier could serve with what it has now. */
    private static final String ORDERS =
            """
            select r.owner_order, r.owner_kind from fulfillment.units u
            join fulfillment.requests r on r.id = u.request_id
            where u.state = 'PARKED' and u.reason = 'FUNDS' and exists (
                select from catalog.product_variants v
                where v.sku = r.sku and v.supplier = ? and v.status = 'active' and v.cost_currency = ? and v.cost_amount <= ?)
            group by r.owner_order, r.owner_kind order by min(u.id) limit ?""";

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
    void release(String supplier, Money balance, Funds funds) {
        if (funds == Funds.NONE) {
            return;
        }
        List<OrderRef> orders = jdbc.query(
                ORDERS,
                (row, n) -> new OrderRef(row.getString("owner_kind"), row.getLong("owner_order")),
                supplier,
                balance.currency(),
                balance.amount(),
                funds == Funds.DOUBTFUL ? 1 : MANY);
        for (OrderRef order : orders) {
            String key = "order:" + order.orderId() + ":funds:" + supplier + ":" + clock.millis();
            work.enqueue("orders", key, order.orderId() + " reopen", Duration.ZERO);
        }
    }
}
