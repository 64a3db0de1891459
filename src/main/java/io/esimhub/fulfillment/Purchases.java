package io.esimhub.fulfillment;

import io.esimhub.model.Money;
import io.esimhub.operations.sql.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The books of purchases. A state changes only from the states the statement names. */
@Component
class Purchases {

    private static final String COLUMNS =
            """
            p.id, p.request_id, p.key, p.supplier, p.supplier_sku, p.quantity, p.unit_cost, p.cost_currency, p.state,
            p.outcome, p.supplier_order, p.dispatched_at, p.answer_by, p.answered_at, p.absent_since
            """;

    /** One statement: the purchase, the units it is for, and their state; or nothing. */
    private static final String DISPATCH =
            """
            with purchase as (
                insert into fulfillment.purchases (request_id, key, supplier, supplier_sku, quantity, unit_cost,
                    cost_currency, state, dispatched_at, answer_by)
                values (?, ?, ?, ?, ?, ?, ?, 'DISPATCHED', ?, ?)
                returning id
            ), covered as (
                insert into fulfillment.purchase_units (purchase_id, unit_id, live)
                select purchase.id, unit, true from purchase, unnest(?::bigint[]) unit
            ), buying as (
                update fulfillment.units set state = 'BUYING', reason = null
                where id = any(?::bigint[]) and state = 'OWED'
                returning id
            )
            select purchase.id, (select count(*) from buying) from purchase""";

    /** One that may have happened before the database was restored: the supplier's books will tell. */
    static final String CLAIMED = "CLAIMED";

    private static final String CLAIM = DISPATCH.replace("state, dispatched_at", "outcome, state, dispatched_at")
            .replace("'DISPATCHED'", "'" + CLAIMED + "', 'UNKNOWN'");

    private static final String BEFORE =
            """
            select p.state, p.outcome, p.supplier, p.answer, p.answered_at from fulfillment.purchase_units c
            join fulfillment.purchases p on p.id = c.purchase_id
            where c.unit_id = ? order by p.id""";

    private static final String ANSWER =
            """
            update fulfillment.purchases
            set state = ?, outcome = ?, answer = ?, supplier_order = coalesce(?, supplier_order), answered_at = ?
            where id = ? and state = any(?::text[])""";

    private static final String NO_LONGER_LIVE =
            """
            update fulfillment.purchase_units c set live = false from fulfillment.units u
            where c.purchase_id = ? and c.live and u.id = c.unit_id and u.state = 'BUYING'""";

    private static final String OPEN_OF_ORDER = "select " + COLUMNS
            + """
            from fulfillment.purchases p join fulfillment.requests r on r.id = p.request_id
            where r.owner_order = ? and r.owner_kind = ? and p.state in ('DISPATCHED', 'ACCEPTED', 'UNKNOWN')""";

    private static final String ONE = "select " + COLUMNS + "from fulfillment.purchases p where p.id = ?";

    private static final String UNITS_OF = "select " + Requests.UNIT_COLUMNS
            + "from fulfillment.purchase_units pu join fulfillment.units u on u.id = pu.unit_id " + Requests.UNIT_JOINS
            + "where pu.purchase_id = ?";

    private static final String ABSENT =
            "update fulfillment.purchases set absent_since = coalesce(absent_since, ?) where id = ? and state = 'UNKNOWN'";

    private static final String SEEN_AGAIN =
            "update fulfillment.purchases set absent_since = null where id = ? and state = 'UNKNOWN'";

    private static final String LIKE = "select " + COLUMNS
            + """
            from fulfillment.purchases p
            where p.supplier = ? and p.supplier_sku = ? and p.quantity = ? and p.state in ('DISPATCHED', 'UNKNOWN')
            order by p.dispatched_at, p.id""";

    private static final String LINKED =
            "select supplier_order from fulfillment.purchases where supplier = ? and supplier_order = any(?::text[])";

    private static final String ACCEPTED = "select " + COLUMNS
            + "from fulfillment.purchases p where p.supplier = ? and p.state = 'ACCEPTED' order by p.id";

    private static final String OWNER =
            """
            select r.owner_kind, r.owner_order from fulfillment.purchases p
            join fulfillment.requests r on r.id = p.request_id where p.id = ?""";

    private final JdbcTemplate jdbc;

    Purchases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down that the order is about to be sent. After the commit it may have happened, whatever comes. */
    Purchase dispatch(
            Request request, String key, Variant variant, List<Unit> units, Instant dispatchedAt, Instant answerBy) {
        return insert(DISPATCH, PurchaseState.DISPATCHED, request, key, variant, units, dispatchedAt, answerBy);
    }

    /** Writes down that it may have happened in a time that our books do not hold. Nothing is sent. */
    Purchase claim(Request request, String key, Variant variant, List<Unit> units, Instant from, Instant to) {
        return insert(CLAIM, PurchaseState.UNKNOWN, request, key, variant, units, from, to);
    }

    private Purchase insert(
            String sql,
            PurchaseState state,
            Request request,
            String key,
            Variant variant,
            List<Unit> units,
            Instant dispatchedAt,
            Instant answerBy) {
        Long[] ids = units.stream().map(Unit::id).toArray(Long[]::new);
        return jdbc.queryForObject(
                sql,
                (row, n) -> {
                    if (row.getInt(2) != units.size()) {
                        throw new IllegalStateException("a unit of " + key + " was not owed when it was to be bought");
                    }
                    return new Purchase(
                            row.getLong(1),
                            request.id(),
                            key,
                            variant.supplier(),
                            variant.supplierSku(),
                            units.size(),
                            variant.cost(),
                            state,
                            Optional.empty(),
                            Optional.empty(),
                            dispatchedAt,
                            answerBy,
                            Optional.empty(),
                            Optional.empty());
                },
                request.id(),
                key,
                variant.supplier(),
                variant.supplierSku(),
                units.size(),
                variant.cost().amount(),
                variant.cost().currency(),
                Timestamp.from(dispatchedAt),
                Timestamp.from(answerBy),
                ids,
                ids);
    }

    /** Purchases that this unit took part in, oldest first. */
    List<FormerPurchase> before(Unit unit) {
        return jdbc.query(
                BEFORE,
                (row, n) -> new FormerPurchase(
                        PurchaseState.valueOf(row.getString(1)),
                        Optional.ofNullable(row.getString(2)),
                        row.getString(3),
                        Optional.ofNullable(row.getString(4)),
                        instant(row, "answered_at")),
                unit.id());
    }

    /** @return false if the purchase was decided otherwise in the meantime */
    boolean answer(
            Purchase purchase,
            PurchaseState state,
            String outcome,
            String text,
            String supplierOrder,
            Instant now,
            PurchaseState... from) {
        int changed = jdbc.update(
                ANSWER,
                state.name(),
                outcome,
                text,
                supplierOrder,
                Timestamp.from(now),
                purchase.id(),
                java.util.Arrays.stream(from).map(Enum::name).toArray(String[]::new));
        return changed == 1;
    }

    /** The units may be bought anew: this purchase surely did not happen. */
    void release(Purchase purchase) {
        jdbc.update(NO_LONGER_LIVE, purchase.id());
    }

    Query<Purchase> openOf(OrderRef order) {
        return Query.of(OPEN_OF_ORDER, Purchases::purchase, order.orderId(), order.ownerKind());
    }

    Optional<Purchase> byId(long id) {
        return jdbc.query(ONE, Purchases::purchase, id).stream().findFirst();
    }

    List<Unit> unitsOf(Purchase purchase) {
        return OrderUnits.unitsOf(jdbc.query(UNITS_OF, Requests::unit, purchase.id()));
    }

    /** Its units that have no eSIM yet. */
    List<Unit> waiting(Purchase purchase) {
        return unitsOf(purchase).stream()
                .filter(unit -> unit.state() == UnitState.BUYING)
                .toList();
    }

    void absent(Purchase purchase, Instant now) {
        jdbc.update(ABSENT, Timestamp.from(now), purchase.id());
    }

    void notAbsent(Purchase purchase) {
        jdbc.update(SEEN_AGAIN, purchase.id());
    }

    /** Purchases that a supplier's list cannot tell from this one, itself included, oldest first. */
    List<Purchase> like(Purchase purchase) {
        return jdbc.query(LIKE, Purchases::purchase, purchase.supplier(), purchase.supplierSku(), purchase.quantity());
    }

    /** Which of these supplier orders belong to a purchase already. */
    List<String> linked(String supplier, List<String> supplierOrders) {
        return jdbc.queryForList(LINKED, String.class, supplier, supplierOrders.toArray(String[]::new));
    }

    List<Purchase> accepted(String supplier) {
        return jdbc.query(ACCEPTED, Purchases::purchase, supplier);
    }

    OrderRef ownerOf(long purchaseId) {
        return jdbc.queryForObject(OWNER, (row, n) -> new OrderRef(row.getString(1), row.getLong(2)), purchaseId);
    }

    private static Purchase purchase(ResultSet row, int number) throws SQLException {
        return new Purchase(
                row.getLong("id"),
                row.getLong("request_id"),
                row.getString("key"),
                row.getString("supplier"),
                row.getString("supplier_sku"),
                row.getInt("quantity"),
                new Money(row.getBigDecimal("unit_cost"), row.getString("cost_currency")),
                PurchaseState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("supplier_order")),
                row.getTimestamp("dispatched_at").toInstant(),
                row.getTimestamp("answer_by").toInstant(),
                instant(row, "answered_at"),
                instant(row, "absent_since"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
