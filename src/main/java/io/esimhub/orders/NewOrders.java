package io.esimhub.orders;

import io.esimhub.model.Money;
import io.esimhub.operations.sql.LastWrites;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes an order down that was not in the books before: customer, order and lines in one statement. */
@Component
class NewOrders {

    private static final String PLACE =
            """
            with customer as (
                insert into retail.customers (channel, shop, external_id, email, name, locale, created_at)
                select ?, ?, customer, ?, ?, ?, ?::timestamptz from unnest(?::text[]) customer
                on conflict (channel, shop, external_id) do nothing
                returning id
            ), placed as (
                insert into retail.orders (customer_id, channel, shop, external_id, external_name, email, customer_name, locale,
                    snapshot_at, payment, cancelled, test, total_amount, currency, presentment_amount, presentment_currency,
                    placed_at, ignored, owed, state, reason, work_key, created_at, updated_at, shipping_address, held, counted_refunds)
                values (coalesce((select id from customer),
                        (select id from retail.customers where channel = ? and shop = ? and external_id = ?)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    ?::jsonb, ?, ?::text[])
                returning id
            ), line as (
                insert into retail.order_lines (order_id, external_id, sku, title, quantity, ownership, unit_amount, unit_currency)
                select placed.id, line.* from placed, unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::numeric[],
                    ?::text[]) line
                returning id, external_id
            )
            select placed.id, line.external_id, line.id, exists (select from customer)
            from placed left join line on true""";

    /**
     * For a customer who was known. Not earlier: whoever takes an order up again locks it before its customer, and a customer whom
     * another transaction wrote down a moment ago was not to be seen by the statement above.
     */
    private static final String KNOWN_CUSTOMER =
            """
            with known as (
                update retail.customers set email = ?, name = ?, locale = ?
                where channel = ? and shop = ? and external_id = ?
                returning id
            )
            update retail.orders o set customer_id = known.id from known where o.id = ? and o.customer_id is null""";

    private final JdbcTemplate jdbc;
    private final LastWrites lastWrites;
    private final PostalAddresses addresses;
    private final Clock clock;

    NewOrders(JdbcTemplate jdbc, LastWrites lastWrites, PostalAddresses addresses, Clock clock) {
        this.jdbc = jdbc;
        this.lastWrites = lastWrites;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Nobody else can be bringing this order into the books: see {@link Refunds#alone}. */
    PlacedOrder place(
            OrderSnapshot order, Set<String> ours, OrderFacts facts, OrderState.Standing standing, String workKey) {
        OrderIdentity identity = order.identity();
        SnapshotCustomer customer = order.customer();
        Timestamp now = Timestamp.from(clock.instant());
        Map<String, Long> lineIds = new HashMap<>();
        AtomicBoolean customerIsNew = new AtomicBoolean();
        List<Long> placed = jdbc.query(
                PLACE,
                (row, n) -> {
                    lineIds.put(row.getString(2), row.getLong(3));
                    customerIsNew.set(row.getBoolean(4));
                    return row.getLong(1);
                },
                identity.channel(),
                identity.shop(),
                customer.email().orElse(null),
                customer.name().orElse(null),
                customer.locale().orElse(null),
                now,
                customer.externalId().stream().toArray(String[]::new),
                identity.channel(),
                identity.shop(),
                customer.externalId().orElse(null),
                identity.channel(),
                identity.shop(),
                identity.externalId(),
                order.externalName(),
                customer.email().orElse(null),
                customer.name().orElse(null),
                customer.locale().orElse(null),
                Timestamp.from(order.updatedAt()),
                order.payment().name(),
                order.cancelled(),
                order.test(),
                order.total().map(Money::amount).orElse(null),
                order.total().map(Money::currency).orElse(null),
                order.presentmentTotal().map(Money::amount).orElse(null),
                order.presentmentTotal().map(Money::currency).orElse(null),
                order.placedAt().map(Timestamp::from).orElse(null),
                facts.ignored().orElse(null),
                facts.owed(),
                standing.state().name(),
                standing.reason().orElse(null),
                workKey,
                now,
                now,
                addresses.column(order.shippingAddress()),
                order.hold().orElse(null),
                order.countedRefunds().map(ids -> ids.toArray(String[]::new)).orElse(null),
                of(order, SnapshotLine::externalId).toArray(String[]::new),
                of(order, line -> line.sku().orElse(null)).toArray(String[]::new),
                of(order, SnapshotLine::title).toArray(String[]::new),
                of(order, SnapshotLine::quantity).toArray(Integer[]::new),
                of(order, line -> OrderStore.ownership(line, ours)).toArray(String[]::new),
                of(order, line -> line.unitPrice().map(Money::amount).orElse(null))
                        .toArray(BigDecimal[]::new),
                of(order, line -> line.unitPrice().map(Money::currency).orElse(null))
                        .toArray(String[]::new));
        PlacedOrder written = new PlacedOrder(placed.get(0), lineIds);
        if (!customerIsNew.get()) {
            knownCustomer(order, written.id());
        }
        return written;
    }

    private void knownCustomer(OrderSnapshot order, long id) {
        SnapshotCustomer customer = order.customer();
        customer.externalId()
                .ifPresent(externalId -> lastWrites.add(
                        KNOWN_CUSTOMER,
                        customer.email().orElse(null),
                        customer.name().orElse(null),
                        customer.locale().orElse(null),
                        order.identity().channel(),
                        order.identity().shop(),
                        externalId,
                        id));
    }

    private static <T> java.util.stream.Stream<T> of(OrderSnapshot order, Function<SnapshotLine, T> column) {
        return order.lines().stream().map(column);
    }
}
