package io.esimhub.orders;

import io.esimhub.fulfillment.LockedOrder;
import io.esimhub.fulfillment.RequestOwner;
import io.esimhub.fulfillment.Unit;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.sql.LastWrites;
import io.esimhub.operations.sql.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Retail orders as fulfillment sees them: their lock, and where they stand. */
@Component
class RetailOrders implements RequestOwner {

    static final String KIND = "retail";

    private static final String LOCK =
            """
            select id, channel, shop, external_id, external_name, coalesce(deliver_to, email) as recipient, customer_name, payment,
                cancelled, ignored, owed, state, reason, work_key, coalesce(placed_at, created_at) as placed_at,
                shipping_address is not null as has_address, case when released_at is null then held end as held,
                stopped_at is not null as stopped
            from retail.orders where id = ? for update""";

    private static final String PROGRESSED =
            "update retail.orders set state = ?, reason = ?, work_key = ?, updated_at = ? where id = ?";

    private final LastWrites writes;
    private final Cases cases;
    private final Confirmations confirmations;
    private final Clock clock;

    RetailOrders(LastWrites writes, Cases cases, Confirmations confirmations, Clock clock) {
        this.writes = writes;
        this.cases = cases;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Query<LockedOrder> lock(long orderId) {
        return Query.of(LOCK, this::locked, orderId);
    }

    /** An order that this transaction inserted: nobody else can hold or change it. */
    LockedOrder inserted(long id, OrderSnapshot order, OrderFacts facts, OrderState.Standing standing, String workKey) {
        return new LockedRetailOrder(
                id,
                order.identity(),
                facts,
                order.placedAt().orElseGet(clock::instant),
                order.customer().email(),
                order.customer().name(),
                order.externalName(),
                order.shippingAddress().isPresent(),
                standing.state().name(),
                standing.reason(),
                Optional.of(workKey),
                this);
    }

    void mailed(LockedRetailOrder order, long delivery) {
        confirmations.wanted(order.id(), order.order(), delivery);
    }

    void progressed(LockedRetailOrder order, List<Unit> units, boolean casesChanged, Optional<String> workKey) {
        Optional<String> openCase =
                casesChanged || order.mayHaveOpenCase() ? cases.openOf(KIND, order.id()) : Optional.empty();
        OrderState.Standing standing = OrderState.of(order.facts(), units, openCase);
        Optional<String> key = workKey.or(order::storedWorkKey);
        boolean same = standing.state().name().equals(order.storedState())
                && standing.reason().equals(order.storedReason())
                && key.equals(order.storedWorkKey());
        if (!same) {
            writes.add(
                    PROGRESSED,
                    standing.state().name(),
                    standing.reason().orElse(null),
                    key.orElse(null),
                    Timestamp.from(clock.instant()),
                    order.id());
        }
    }

    private LockedRetailOrder locked(ResultSet row, int number) throws SQLException {
        return new LockedRetailOrder(
                row.getLong("id"),
                new OrderIdentity(row.getString("channel"), row.getString("shop"), row.getString("external_id")),
                new OrderFacts(
                        Optional.ofNullable(row.getString("ignored")),
                        row.getBoolean("cancelled"),
                        Payment.valueOf(row.getString("payment")),
                        row.getInt("owed"),
                        Optional.ofNullable(row.getString("held")),
                        row.getBoolean("stopped")),
                row.getTimestamp("placed_at").toInstant(),
                Optional.ofNullable(row.getString("recipient")),
                Optional.ofNullable(row.getString("customer_name")),
                row.getString("external_name"),
                row.getBoolean("has_address"),
                row.getString("state"),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("work_key")),
                this);
    }
}
