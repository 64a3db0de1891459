package io.esimhub.reconciliation;

import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads our purchases, and keeps what suppliers say they sold us. In the caller's transaction. */
@Component
class SupplierBooks {

    private static final String PURCHASES =
            """
            select p.id, case when r.owner_kind = 'retail' then r.owner_order end as order_id, p.key, p.supplier_sku, p.quantity,
                p.unit_cost, p.cost_currency, p.state, p.supplier_order, p.dispatched_at, p.answer_by
            from fulfillment.purchases p join fulfillment.requests r on r.id = p.request_id
            where p.supplier = ?
              and (p.dispatched_at between ? and ? or p.supplier_order = any(?::text[]) or p.key = any(?::text[])
                or p.state in ('DISPATCHED', 'ACCEPTED', 'UNKNOWN'))""";

    private static final String KEEP =
            """
            insert into reconciliation.supplier_orders (supplier, reference, key, supplier_sku, quantity, total_amount, total_currency,
                ordered_at, run_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (supplier, reference) do update
            set key = excluded.key, supplier_sku = excluded.supplier_sku, quantity = excluded.quantity,
                total_amount = excluded.total_amount, total_currency = excluded.total_currency, ordered_at = excluded.ordered_at,
                run_id = excluded.run_id""";

    /**
     * What runs have judged and nobody owns today, unless a person knows of it. A purchase owns one order: its own number's, or the one under
     * its key. Of the last month, as longer windows are not made up for either.
     */
    private static final String WITHOUT_OWNER =
            """
            select s.reference, s.key, s.supplier_sku, s.quantity, s.total_amount, s.total_currency, s.ordered_at
            from reconciliation.supplier_orders s
            where s.supplier = ? and s.ordered_at >= ? and s.reference <> all(?::text[])
              and exists (
                select from reconciliation.runs r
                where r.kind = 'supplier' and r.party = s.supplier and r.state = 'DONE'
                  and s.ordered_at between r.window_from and r.window_to)
              and not exists (
                select from fulfillment.purchases p
                where p.supplier = s.supplier and p.supplier_order = s.reference and p.state not in ('REJECTED', 'NOT_PLACED', 'NOT_BOUGHT'))
              and not exists (
                select from fulfillment.purchases p
                where p.supplier = s.supplier and p.key = s.key and p.state not in ('REJECTED', 'NOT_PLACED', 'NOT_BOUGHT')
                  and not exists (
                    select from reconciliation.supplier_orders o where o.supplier = p.supplier and o.reference = p.supplier_order))
              and not exists (
                select from reconciliation.breaks b
                where b.party = s.supplier and b.account = '' and b.subject = s.reference and b.kind = 'NOT_OURS'
                  and b.state in ('OPEN', 'CLOSED'))""";

    /**
     * Orders that are over are left out: what is not owed any more is not sent. A card that nobody has posted yet waits for the post, on
     * weekends, too; the pick list shows it.
     */
    private static final String UNSENT =
            """
            select p.id, o.id, p.supplier_order, count(*) from retail.orders o
            join fulfillment.requests r on r.owner_order = o.id and r.owner_kind = 'retail'
            join fulfillment.units u on u.request_id = r.id and u.state = 'BOUGHT'
            join fulfillment.esims e on e.unit_id = u.id and e.deliverable
            left join fulfillment.shipments s on s.esim_id = e.id
            join fulfillment.purchases p on p.id = e.purchase_id and p.supplier = ?
            where not o.final and coalesce(s.shipped_at, e.created_at) < ? group by p.id, o.id, p.supplier_order""";

    private final JdbcTemplate jdbc;

    SupplierBooks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<KnownPurchase> purchases(String supplier, Window window, List<SupplierOrder> listed) {
        return jdbc.query(
                PURCHASES,
                SupplierBooks::purchase,
                supplier,
                Timestamp.from(window.from()),
                Timestamp.from(window.to()),
                listed.stream().map(SupplierOrder::reference).toArray(String[]::new),
                listed.stream().flatMap(order -> order.key().stream()).toArray(String[]::new));
    }

    /** @param judged by this run anyway */
    List<SupplierOrder> withoutOwner(String supplier, Instant since, List<String> judged) {
        return jdbc.query(
                WITHOUT_OWNER, SupplierBooks::kept, supplier, Timestamp.from(since), judged.toArray(String[]::new));
    }

    void keep(Run run, List<SupplierOrder> listed) {
        jdbc.batchUpdate(KEEP, listed, 200, (row, order) -> {
            row.setString(1, run.party());
            row.setString(2, order.reference());
            row.setString(3, order.key().orElse(null));
            row.setString(4, order.supplierSku());
            row.setInt(5, order.quantity());
            row.setBigDecimal(6, order.total().map(Money::amount).orElse(null));
            row.setString(7, order.total().map(Money::currency).orElse(null));
            row.setTimestamp(8, Timestamp.from(order.createdAt()));
            row.setLong(9, run.id());
        });
    }

    /** Units that were bought before and are not with their customer. */
    List<Difference> unsent(String supplier, Instant before) {
        return jdbc.query(
                UNSENT,
                (row, n) -> new Difference(
                        DifferenceKind.NOT_DELIVERED,
                        row.getString(3),
                        Optional.of(row.getLong(2)),
                        Optional.of(row.getLong(1)),
                        Map.of("there", "sold", "here", row.getInt(4) + " units not sent"),
                        Optional.empty()),
                supplier,
                Timestamp.from(before));
    }

    private static SupplierOrder kept(ResultSet row, int number) throws SQLException {
        String currency = row.getString("total_currency");
        return new SupplierOrder(
                row.getString("reference"),
                Optional.ofNullable(row.getString("key")),
                row.getString("supplier_sku"),
                row.getInt("quantity"),
                currency == null
                        ? Optional.empty()
                        : Optional.of(new Money(row.getBigDecimal("total_amount"), currency)),
                row.getTimestamp("ordered_at").toInstant(),
                List.of());
    }

    private static KnownPurchase purchase(ResultSet row, int number) throws SQLException {
        return new KnownPurchase(
                row.getLong("id"),
                Optional.ofNullable(row.getObject("order_id", Long.class)),
                row.getString("key"),
                row.getString("supplier_sku"),
                row.getInt("quantity"),
                new Money(row.getBigDecimal("unit_cost"), row.getString("cost_currency")).times(row.getInt("quantity")),
                row.getString("state"),
                Optional.ofNullable(row.getString("supplier_order")),
                row.getTimestamp("dispatched_at").toInstant(),
                row.getTimestamp("answer_by").toInstant());
    }
}
