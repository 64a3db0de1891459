package io.esimhub.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what was sent of an order, for the channel. */
@Component
class SentLines {

    private static final String ORDER = "select channel, shop, external_id from retail.orders where id = ?";

    private static final String UNITS =
            """
            select l.external_id, l.sku, d.sent_at, s.carrier, s.tracking_number, s.tracking_url
            from retail.order_lines l
            join fulfillment.requests r on r.owner_line = l.id and r.owner_kind = 'retail'
            join fulfillment.units u on u.request_id = r.id and u.state = 'SENT'
            join fulfillment.esims e on e.unit_id = u.id
            join fulfillment.delivery_esims c on c.esim_id = e.id
            join fulfillment.deliveries d on d.id = c.delivery_id and d.state = 'SENT'
            left join fulfillment.shipments s on s.esim_id = e.id
            where l.order_id = ?
              and not exists (
                select from fulfillment.delivery_esims former join fulfillment.deliveries n on n.id = former.delivery_id
                where former.esim_id = e.id and n.state = 'SENT' and n.id < d.id)
            order by l.id, d.sent_at, d.id, u.ordinal""";

    private final JdbcTemplate jdbc;

    SentLines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    SentNotice notice(long order, int number) {
        List<Unit> units = jdbc.query(UNITS, SentLines::unit, order);
        Map<String, List<Unit>> byLine = new LinkedHashMap<>();
        units.forEach(unit ->
                byLine.computeIfAbsent(unit.line(), line -> new ArrayList<>()).add(unit));
        return new SentNotice(
                order,
                identity(order),
                number,
                units.stream().map(Unit::sentAt).max(Instant::compareTo).orElse(Instant.EPOCH),
                byLine.values().stream().map(SentLines::line).toList());
    }

    private OrderIdentity identity(long order) {
        return jdbc.queryForObject(
                ORDER, (row, n) -> new OrderIdentity(row.getString(1), row.getString(2), row.getString(3)), order);
    }

    private static SentLine line(List<Unit> units) {
        Unit first = units.get(0);
        return new SentLine(
                first.line(), first.sku(), units.stream().map(Unit::parcel).toList());
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        Timestamp sentAt = row.getTimestamp("sent_at");
        Optional<String> carrier = Optional.ofNullable(row.getString("carrier"));
        String tracking = row.getString("tracking_number");
        Optional<String> url = Optional.ofNullable(row.getString("tracking_url"));
        return new Unit(
                row.getString("external_id"),
                row.getString("sku"),
                sentAt.toInstant(),
                carrier.map(by -> new Parcel(by, tracking, url)));
    }

    private record Unit(String line, String sku, Instant sentAt, Optional<Parcel> parcel) {}
}
