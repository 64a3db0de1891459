package io.esimhub.orders;

import io.esimhub.model.Money;
import io.esimhub.operations.sql.Query;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps refunds as facts, each once, whether their order is known yet or not. */
@Component
class Refunds {

    /** Until the end of the transaction nobody else brings an order of this name into the books, nor a refund of it. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended(?, 14))";

    private static final String OF_ORDER =
            """
            select r.external_id, r.refunded_at, r.amount, r.currency,
                array_agg(l.line_ref order by l.line_ref) filter (where l.line_ref is not null) as lines,
                array_agg(l.quantity order by l.line_ref) filter (where l.line_ref is not null) as quantities
            from retail.refunds r left join retail.refund_lines l on l.refund_id = r.id
            where r.channel = ? and r.shop = ? and r.order_ref = ? group by r.id order by r.id""";

    private static final String WRITE =
            """
            with refund as (
                insert into retail.refunds (channel, shop, order_ref, external_id, refunded_at, amount, currency)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                returning id
            ), line as (
                insert into retail.refund_lines (refund_id, line_ref, quantity)
                select refund.id, line.* from refund, unnest(?::text[], ?::integer[]) line
            )
            select id from refund""";

    private final JdbcTemplate jdbc;

    Refunds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Query<Object> alone(OrderIdentity identity) {
        return Query.of(ALONE, (row, n) -> "", identity.text());
    }

    Query<OrderRefund> of(OrderIdentity identity) {
        return Query.of(
                OF_ORDER,
                (row, n) -> refund(row, identity),
                identity.channel(),
                identity.shop(),
                identity.externalId());
    }

    /** @return false if it was known */
    boolean write(OrderRefund refund) {
        OrderIdentity identity = refund.identity();
        List<String> lines = List.copyOf(refund.lines().keySet());
        return !jdbc.queryForList(
                        WRITE,
                        Long.class,
                        identity.channel(),
                        identity.shop(),
                        identity.externalId(),
                        refund.externalId(),
                        Timestamp.from(refund.at()),
                        refund.amount().map(Money::amount).orElse(null),
                        refund.amount().map(Money::currency).orElse(null),
                        lines.toArray(String[]::new),
                        lines.stream().map(refund.lines()::get).toArray(Integer[]::new))
                .isEmpty();
    }

    private static OrderRefund refund(ResultSet row, OrderIdentity identity) throws SQLException {
        Map<String, Integer> lines = new HashMap<>();
        if (row.getArray("lines") != null) {
            String[] names = (String[]) row.getArray("lines").getArray();
            Integer[] quantities = (Integer[]) row.getArray("quantities").getArray();
            for (int i = 0; i < names.length; i++) {
                lines.put(names[i], quantities[i]);
            }
        }
        BigDecimal amount = row.getBigDecimal("amount");
        return new OrderRefund(
                identity,
                row.getString("external_id"),
                row.getTimestamp("refunded_at").toInstant(),
                amount == null ? Optional.empty() : Optional.of(new Money(amount, row.getString("currency"))),
                lines);
    }
}
