package io.esimhub.fulfillment;

import io.esimhub.operations.sql.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The books of requests and units. Every change of a unit's state names the states it may come from. */
@Component
class Requests {

    private static final String OWE =
            """
            insert into fulfillment.requests (owner_kind, owner_order, owner_line, line_ref, sku, quantity)
            values (?, ?, ?, ?, ?, ?)
            on conflict (owner_kind, owner_line) do update set quantity = excluded.quantity
            returning id, exists (select from catalog.products k where k.sku = requests.sku and k.kind = 'sim')""";

    static final String UNIT_COLUMNS =
            """
            u.id, u.request_id, r.line_ref, r.sku, r.quantity,
            exists (select from catalog.products k where k.sku = r.sku and k.kind = 'sim') as card, u.ordinal, u.state, u.reason, u.considered_from,
            e.id as esim_id, e.deliverable, d.id as delivery_id, d.state as delivery_state
            """;

    /** A unit comes once for each delivery that its eSIM stands in; {@link OrderUnits} takes the newest. */
    static final String UNIT_JOINS =
            """
            join fulfillment.requests r on r.id = u.request_id
            left join fulfillment.esims e on e.unit_id = u.id
            left join fulfillment.delivery_esims c on c.esim_id = e.id and not c.superseded
            left join fulfillment.deliveries d on d.id = c.delivery_id and d.state <> 'WITHDRAWN'
            """;

    /** For an order that was not in the books before: its lines, and a unit for each eSIM they owe. */
    private static final String OWE_FIRST =
            """
            with line as (
                insert into fulfillment.requests (owner_kind, owner_order, owner_line, line_ref, sku, quantity)
                select ?, ?, line.* from unnest(?::bigint[], ?::text[], ?::text[], ?::integer[]) line
                returning id, line_ref, sku, quantity
            ), owed as (
                insert into fulfillment.units (request_id, ordinal, state, considered_from)
                select line.id, ordinal, 'OWED', ? from line, generate_series(1, line.quantity) ordinal
                returning id, request_id, ordinal
            )
            select line.id as request_id, line.line_ref, line.sku, line.quantity,
                exists (select from catalog.products k where k.sku = line.sku and k.kind = 'sim') as card, owed.id, owed.ordinal
            from line left join owed on owed.request_id = line.id""";

    private static final String UNITS = "select " + UNIT_COLUMNS + "from fulfillment.units u " + UNIT_JOINS
            + "where r.owner_order = ? and r.owner_kind = ?";

    private static final String ADD_UNITS =
            """
            insert into fulfillment.units (request_id, ordinal, state, considered_from)
            select ?, ordinal, 'OWED', ? from unnest(?::integer[]) ordinal
            returning id, ordinal""";

    private static final String MOVE =
            """
            update fulfillment.units set state = ?, reason = ?, considered_from = coalesce(?, considered_from)
            where id = any(?::bigint[]) and state = any(?::text[])""";

    private final JdbcTemplate jdbc;

    Requests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Request owe(OrderRef order, OwedLine line) {
        return jdbc.queryForObject(
                OWE,
                (row, n) -> new Request(row.getLong(1), line.lineRef(), line.sku(), line.quantity(), row.getBoolean(2)),
                order.ownerKind(),
                order.orderId(),
                line.line(),
                line.lineRef(),
                line.sku(),
                line.quantity());
    }

    /** Ordinals begin with one. */
    OrderUnits oweFirst(OrderRef order, List<OwedLine> lines, Instant now) {
        return OrderUnits.of(jdbc.query(
                OWE_FIRST,
                (row, n) -> new OwedUnit(request(row), newUnit(row, now)),
                order.ownerKind(),
                order.orderId(),
                lines.stream().map(OwedLine::line).toArray(Long[]::new),
                lines.stream().map(OwedLine::lineRef).toArray(String[]::new),
                lines.stream().map(OwedLine::sku).toArray(String[]::new),
                lines.stream().map(OwedLine::quantity).toArray(Integer[]::new),
                Timestamp.from(now)));
    }

    Query<OwedUnit> unitsOf(OrderRef order) {
        return Query.of(
                UNITS,
                (row, n) -> new OwedUnit(request(row), Optional.of(unit(row, n))),
                order.orderId(),
                order.ownerKind());
    }

    OrderUnits ofOrder(OrderRef order) {
        Query<OwedUnit> query = unitsOf(order);
        return OrderUnits.of(
                jdbc.query(query.sql(), query.rows(), query.arguments().toArray()));
    }

    List<Unit> add(Request request, List<Integer> ordinals, Instant now) {
        return jdbc.query(
                ADD_UNITS,
                (row, n) -> new Unit(
                        row.getLong(1),
                        request.id(),
                        request.sku(),
                        row.getInt(2),
                        UnitState.OWED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        now),
                request.id(),
                Timestamp.from(now),
                ordinals.toArray(Integer[]::new));
    }

    /**
     * @throws IllegalStateException if one of them is in another state than allowed: the order lock was not held, or the
     *     books are wrong, and going on would make it worse
     */
    void move(List<Unit> units, UnitState to, Optional<String> reason, List<UnitState> from) {
        move(units, to, reason, from, null);
    }

    /** Back to OWED with a clean slate: refusals of the past no longer count. */
    void reopen(List<Unit> units, Instant now) {
        move(units, UnitState.OWED, Optional.empty(), List.of(UnitState.PARKED), Timestamp.from(now));
    }

    private void move(
            List<Unit> units, UnitState to, Optional<String> reason, List<UnitState> from, Timestamp consideredFrom) {
        List<Long> ids = new ArrayList<>(units.stream().map(Unit::id).toList());
        int moved = jdbc.update(
                MOVE,
                to.name(),
                reason.orElse(null),
                consideredFrom,
                ids.toArray(Long[]::new),
                from.stream().map(Enum::name).toArray(String[]::new));
        if (moved != ids.size()) {
            throw new IllegalStateException(
                    "of " + ids.size() + " units only " + moved + " could become " + to + " from " + from);
        }
    }

    static Unit unit(ResultSet row, int number) throws SQLException {
        Long delivery = row.getObject("delivery_id", Long.class);
        return new Unit(
                row.getLong("id"),
                row.getLong("request_id"),
                row.getString("sku"),
                row.getInt("ordinal"),
                UnitState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("esim_id", Long.class)),
                delivery == null
                        ? Optional.empty()
                        : Optional.of(new UnitDelivery(delivery, "PENDING".equals(row.getString("delivery_state")))),
                row.getTimestamp("considered_from").toInstant(),
                !Boolean.FALSE.equals(row.getObject("deliverable", Boolean.class)));
    }

    private static Optional<Unit> newUnit(ResultSet row, Instant now) throws SQLException {
        Long id = row.getObject("id", Long.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new Unit(
                        id,
                        row.getLong("request_id"),
                        row.getString("sku"),
                        row.getInt("ordinal"),
                        UnitState.OWED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        now));
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getLong("request_id"),
                row.getString("line_ref"),
                row.getString("sku"),
                row.getInt("quantity"),
                row.getBoolean("card"));
    }
}
