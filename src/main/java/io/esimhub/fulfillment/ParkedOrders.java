package io.esimhub.fulfillment;

import io.esimhub.operations.work.WorkItem;
import io.esimhub.operations.work.WorkQueue;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes up orders that found nobody to sell them what a supplier has now. */
@Component("parkedOrders")
class ParkedOrders {

    private static final String PARKED =
            """
            select distinct r.owner_order
            from catalog.product_variants v
            join fulfillment.requests r on r.sku = v.sku
            join fulfillment.units u on u.request_id = r.id
            where v.supplier = ? and v.supplier_sku = ? and v.status = 'active'
              and u.state = 'PARKED' and u.reason in ('NO_VARIANT', 'FUNDS') and r.owner_kind = 'retail'
            order by r.owner_order""";

    private final JdbcTemplate jdbc;
    private final WorkQueue work;

    ParkedOrders(JdbcTemplate jdbc, WorkQueue work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /** The payload is the supplier's code and, after a space, its SKU. The oldest orders come first. */
    @Transactional
    public void takeUp(WorkItem item) {
        String[] variant = item.payload().split(" ", 2);
        List<Long> orders = jdbc.queryForList(PARKED, Long.class, variant[0], variant[1]);
        for (Long order : orders) {
            work.enqueue("orders", "order:" + order + ":" + item.key(), order + " reopen", Duration.ZERO);
        }
    }
}
