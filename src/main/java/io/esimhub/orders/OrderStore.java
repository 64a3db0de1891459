package io.esimhub.orders;

import io.esimhub.model.Money;
import io.esimhub.operations.sql.Query;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what the channel's events told of an order. */
@Component
class OrderStore {

    private static final String CUSTOMER =
            """
            insert into retail.customers (channel, shop, external_id, email, name, locale, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (channel, shop, external_id)
            do update set email = excluded.email, name = excluded.name, locale = excluded.locale
            returning id""";

    private static final String UPDATE =
            """
            update retail.orders set external_name = ?, customer_id = ?, email = ?, customer_name = ?, locale = ?, snapshot_at = ?,
                payment = ?, cancelled = ?, test = ?, total_amount = ?, currency = ?, presentment_amount = ?,
                presentment_currency = ?, placed_at = ?, ignored = ?, owed = ?, shipping_address = ?::jsonb, held = ?, counted_refunds = ?,
                updated_at = ?
            where id = ?""";

    private static final String LOCK =
            """
            select o.*, c.external_id as customer_external_id
            from retail.orders o left join retail.customers c on c.id = o.customer_id
            where o.channel = ? and o.shop = ? and o.external_id = ? for update of o""";

    private static final String LINES =
            """
            select id, external_id, sku, title, quantity, unit_amount, unit_currency from retail.order_lines
            where order_id = ? order by external_id""";

    private static final String REFUNDED =
            """
            update retail.order_lines l set refunded = coalesce(r.units, 0)
            from retail.order_lines line
            left join unnest(?::text[], ?::integer[]) r (line_ref, units) on r.line_ref = line.external_id
            where l.id = line.id and line.order_id = ? and l.refunded <> coalesce(r.units, 0)""";

    private static final String LINE =
            """
            insert into retail.order_lines (order_id, external_id, sku, title, quantity, ownership, unit_amount, unit_currency)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (order_id, external_id) do update
            set sku = excluded.sku, title = excluded.title, quantity = excluded.quantity,
                refunded = least(retail.order_lines.refunded, excluded.quantity),
                ownership = case when retail.order_lines.ownership = 'OURS' then 'OURS' else excluded.ownership end,
                unit_amount = excluded.unit_amount, unit_currency = excluded.unit_currency
            returning id""";

    private final JdbcTemplate jdbc;
    private final PostalAddresses addresses;
    private final Clock clock;

    OrderStore(JdbcTemplate jdbc, PostalAddresses addresses, Clock clock) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Locks the order until the end of the transaction. Its lines come with {@link #withLines}. */
    Query<StoredOrder> lock(OrderIdentity identity) {
        return Query.of(
                LOCK, (row, n) -> stored(row, identity), identity.channel(), identity.shop(), identity.externalId());
    }

    void update(long id, OrderSnapshot order, OrderFacts facts) {
        List<Object> values = new ArrayList<>(List.of(order.externalName()));
        values.addAll(changing(order, facts));
        values.add(Timestamp.from(clock.instant()));
        values.add(id);
        jdbc.update(UPDATE, values.toArray());
    }

    /** @return our id of each line, by the channel's */
    Map<String, Long> writeLines(long order, List<SnapshotLine> lines, Set<String> ours) {
        Map<String, Long> ids = new HashMap<>();
        for (SnapshotLine line : lines) {
            Long id = jdbc.queryForObject(
                    LINE,
                    Long.class,
                    order,
                    line.externalId(),
                    line.sku().orElse(null),
                    line.title(),
                    line.quantity(),
                    ownership(line, ours),
                    amount(line.unitPrice()),
                    currency(line.unitPrice()));
            ids.put(line.externalId(), id);
        }
        return ids;
    }

    /** @param units that refunds took off and the lines' quantities still hold, by the channel's id of the line */
    void writeRefunded(long order, Map<String, Integer> units) {
        List<String> lines = List.copyOf(units.keySet());
        jdbc.update(
                REFUNDED,
                lines.toArray(String[]::new),
                lines.stream().map(units::get).toArray(Integer[]::new),
                order);
    }

    static String ownership(SnapshotLine line, Set<String> ours) {
        return line.sku().filter(ours::contains).isPresent() ? "OURS" : "NOT_OURS";
    }

    private List<Object> changing(OrderSnapshot order, OrderFacts facts) {
        SnapshotCustomer customer = order.customer();
        List<Object> values = new ArrayList<>();
        values.add(customer.externalId().map(id -> customerId(order, id)).orElse(null));
        values.add(customer.email().orElse(null));
        values.add(customer.name().orElse(null));
        values.add(customer.locale().orElse(null));
        values.add(Timestamp.from(order.updatedAt()));
        values.add(order.payment().name());
        values.add(order.cancelled());
        values.add(order.test());
        values.add(amount(order.total()));
        values.add(currency(order.total()));
        values.add(amount(order.presentmentTotal()));
        values.add(currency(order.presentmentTotal()));
        values.add(order.placedAt().map(Timestamp::from).orElse(null));
        values.add(facts.ignored().orElse(null));
        values.add(facts.owed());
        values.add(addresses.column(order.shippingAddress()));
        values.add(order.hold().orElse(null));
        values.add(order.countedRefunds().map(ids -> ids.toArray(String[]::new)).orElse(null));
        return values;
    }

    private Long customerId(OrderSnapshot order, String externalId) {
        SnapshotCustomer customer = order.customer();
        OrderIdentity identity = order.identity();
        return jdbc.queryForObject(
                CUSTOMER,
                Long.class,
                identity.channel(),
                identity.shop(),
                externalId,
                customer.email().orElse(null),
                customer.name().orElse(null),
                customer.locale().orElse(null),
                Timestamp.from(clock.instant()));
    }

    StoredOrder withLines(StoredOrder head) {
        Map<String, Long> ids = new HashMap<>();
        List<SnapshotLine> lines = jdbc.query(
                LINES,
                (row, n) -> {
                    ids.put(row.getString("external_id"), row.getLong("id"));
                    return new SnapshotLine(
                            row.getString("external_id"),
                            Optional.ofNullable(row.getString("sku")),
                            row.getString("title"),
                            row.getInt("quantity"),
                            money(row, "unit_amount", "unit_currency"));
                },
                head.id());
        return new StoredOrder(head.id(), head.snapshot().withLines(lines), head.decisions(), ids);
    }

    private StoredOrder stored(ResultSet row, OrderIdentity identity) throws SQLException {
        return new StoredOrder(
                row.getLong("id"),
                new OrderSnapshot(
                        identity,
                        row.getString("external_name"),
                        row.getTimestamp("snapshot_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("placed_at")).map(Timestamp::toInstant),
                        Payment.valueOf(row.getString("payment")),
                        row.getBoolean("cancelled"),
                        row.getBoolean("test"),
                        Optional.ofNullable(row.getString("held")),
                        new SnapshotCustomer(
                                Optional.ofNullable(row.getString("customer_external_id")),
                                Optional.ofNullable(row.getString("email")),
                                Optional.ofNullable(row.getString("customer_name")),
                                Optional.ofNullable(row.getString("locale"))),
                        addresses.read(row.getString("shipping_address")),
                        money(row, "total_amount", "currency"),
                        money(row, "presentment_amount", "presentment_currency"),
                        ids(row.getArray("counted_refunds")),
                        List.of()),
                new Decisions(
                        row.getTimestamp("released_at") != null,
                        row.getTimestamp("stopped_at") != null,
                        row.getTimestamp("redacted_at") != null),
                Map.of());
    }

    private static Optional<Set<String>> ids(Array column) throws SQLException {
        return column == null ? Optional.empty() : Optional.of(Set.of((String[]) column.getArray()));
    }

    private static BigDecimal amount(Optional<Money> money) {
        return money.map(Money::amount).orElse(null);
    }

    private static String currency(Optional<Money> money) {
        return money.map(Money::currency).orElse(null);
    }

    private static Optional<Money> money(ResultSet row, String amount, String currency) throws SQLException {
        BigDecimal value = row.getBigDecimal(amount);
        return value == null ? Optional.empty() : Optional.of(new Money(value, row.getString(currency)));
    }
}
