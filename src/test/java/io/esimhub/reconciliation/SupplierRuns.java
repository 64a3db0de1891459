package io.esimhub.reconciliation;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs over esim-go's list that are in the books already, and what they read. */
final class SupplierRuns {

    private SupplierRuns() {}

    static long done(JdbcTemplate jdbc, Instant from, Instant to) {
        return jdbc.queryForObject(
                """
                insert into reconciliation.runs (kind, party, account, cause, requested_by, requested_at, window_from, window_to, state,
                    ended_at)
                values ('supplier', ?, '', gen_random_uuid(), 'schedule', ?, ?, ?, 'DONE', ?)
                returning id""",
                Long.class,
                SoldOrder.SUPPLIER,
                Timestamp.from(to),
                Timestamp.from(from),
                Timestamp.from(to),
                Timestamp.from(to));
    }

    static void keep(
            JdbcTemplate jdbc, long run, String reference, int quantity, String total, String currency, Instant at) {
        jdbc.update(
                """
                insert into reconciliation.supplier_orders (supplier, reference, supplier_sku, quantity, total_amount, total_currency,
                    ordered_at, run_id)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                SoldOrder.SUPPLIER,
                reference,
                SoldOrder.BUNDLE,
                quantity,
                new BigDecimal(total),
                currency,
                Timestamp.from(at),
                run);
    }
}
