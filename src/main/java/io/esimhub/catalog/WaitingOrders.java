package io.esimhub.catalog;

import io.esimhub.operations.work.WorkQueue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Orders that wait for a better catalog. */
@Component
public class WaitingOrders {

    private static final String PARKED_FOR =
            """
            select distinct r.owner_order from fulfillment.requests r join fulfillment.units u on u.request_id = r.id
            where r.sku = any(?::text[]) and u.state = 'PARKED' and r.owner_kind = 'retail'""";

    private final JdbcTemplate jdbc;
    private final WorkQueue work;

    WaitingOrders(JdbcTemplate jdbc, WorkQueue work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /**
     * What was wrong with their products may be mended now: each is looked at again.
     *
     * @param cause why, once for each time
     */
    public void takeUp(Collection<String> skus, String cause) {
        if (skus.isEmpty()) {
            return;
        }
        List<Long> orders = jdbc.queryForList(PARKED_FOR, Long.class, (Object) skus.toArray(String[]::new));
        for (Long order : orders) {
            work.enqueue("orders", "order:" + order + ":" + cause, order + " reopen", Duration.ZERO);
        }
    }
}
