package io.esimhub.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.orders.Payment;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the orders of one page of a list from our books, in one statement. */
@Component
class KnownOrders {

    /**
     * Of lines that are not ours it does not matter what was sent: the merchant does that. So it is with units that are held back: another
     * system serves them. An order that is held has a person already.
     */
    private static final String OF =
            """
            select o.id, o.external_id, o.snapshot_at, o.payment, o.cancelled, o.counted_refunds,
                o.stopped_at is not null or o.ignored is not null or o.held is not null and o.released_at is null as ended,
                coalesce(c.told < c.deliveries or c.told_at > ?, false) as telling,
                (select json_agg(json_build_object('externalId', l.external_id, 'quantity', l.quantity, 'sent',
                    case when l.ownership = 'NOT_OURS' then -1 else (
                        select case when bool_or(u.state = 'PARKED' and u.reason in ('SHADOW', 'BEFORE_PURCHASE_FROM')) then -1
                            else count(*) filter (where u.state = 'SENT') end
                        from fulfillment.requests r join fulfillment.units u on u.request_id = r.id
                        where r.owner_kind = 'retail' and r.owner_line = l.id) end))
                 from retail.order_lines l where l.order_id = o.id) as lines
            from retail.orders o left join retail.confirmations c on c.order_id = o.id
            where o.channel = ? and o.shop = ? and o.external_id = any(?::text[])""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final ReconciliationProperties properties;
    private final Clock clock;

    KnownOrders(JdbcTemplate jdbc, ObjectMapper json, ReconciliationProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
    }

    /** By the channel's id. */
    Map<String, KnownOrder> of(String channel, String shop, Collection<String> externalIds) {
        Map<String, KnownOrder> known = new HashMap<>();
        jdbc.query(
                        OF,
                        this::order,
                        Timestamp.from(clock.instant().minus(properties.settle())),
                        channel,
                        shop,
                        externalIds.toArray(String[]::new))
                .forEach(order -> known.put(order.externalId(), order));
        return known;
    }

    private KnownOrder order(ResultSet row, int number) throws SQLException {
        Array refunds = row.getArray("counted_refunds");
        return new KnownOrder(
                row.getLong("id"),
                row.getString("external_id"),
                row.getTimestamp("snapshot_at").toInstant(),
                Payment.valueOf(row.getString("payment")),
                row.getBoolean("cancelled"),
                refunds == null ? Optional.empty() : Optional.of(Set.of((String[]) refunds.getArray())),
                row.getBoolean("ended"),
                row.getBoolean("telling"),
                lines(row.getString("lines")));
    }

    private List<KnownOrder.Line> lines(String kept) {
        try {
            return kept == null ? List.of() : json.readValue(kept, new TypeReference<List<KnownOrder.Line>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lines that the database did not write", e);
        }
    }
}
