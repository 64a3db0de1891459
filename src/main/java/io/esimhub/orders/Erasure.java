package io.esimhub.orders;

import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes a person out of our books. What the tax office wants stays: numbers, amounts, times, what was bought. In the caller's transaction;
 * doing it again changes nothing.
 */
@Component
class Erasure {

    private static final String ORDERS =
            """
            select o.id, o.channel, o.shop, o.external_id, o.final
            from retail.orders o left join retail.customers c on c.id = o.customer_id
            where o.channel = ? and (?::text is null or o.shop = ?) and o.redacted_at is null
              and (?::boolean or c.external_id = any(?::text[]) or o.external_id = any(?::text[]))
            order by o.final desc, o.id limit ? for update of o""";

    private static final String ORDER =
            """
            update retail.orders set email = null, customer_name = null, locale = null, shipping_address = null, deliver_to = null,
                redacted_at = ?
            where id = ?""";

    private static final String MAILS =
            """
            update fulfillment.deliveries
            set recipient = 'erased@invalid', state = case when state = 'PENDING' then 'WITHDRAWN' else state end
            where owner_kind = 'retail' and owner_order = ?""";

    private static final String EVENTS =
            "update operations.inbox set body = convert_to('{}', 'UTF8'), headers = '{}' where order_id = ?";

    /** Events that no order was found for name it in their text. */
    private static final String LOOSE_EVENTS =
            """
            update operations.inbox set body = convert_to('{}', 'UTF8'), headers = '{}'
            where order_id is null and processed_at is not null and channel = ? and shop = ?
              and (?::text is null or position(convert_to(?, 'UTF8') in body) > 0)""";

    /** Whoever has an order under way is not erased yet. */
    private static final String CUSTOMERS =
            """
            update retail.customers c set email = null, name = null, locale = null, redacted_at = ?
            where c.channel = ? and (?::text is null or c.shop = ?) and (c.email is not null or c.name is not null)
              and (?::boolean or c.external_id = any(?::text[])
                or exists (select from retail.orders o where o.customer_id = c.id and o.external_id = any(?::text[])))
              and not exists (select from retail.orders o where o.customer_id = c.id and o.redacted_at is null)""";

    /** So many orders are locked at a time, no more. */
    private static final int AT_ONCE = 200;

    enum Left {
        NOTHING,
        /** Another batch, at once. */
        MORE,
        /** Orders that are to be finished first. */
        UNDER_WAY
    }

    private final JdbcTemplate jdbc;
    private final Timeline timeline;
    private final Clock clock;

    Erasure(JdbcTemplate jdbc, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.clock = clock;
    }

    private record Found(long id, String channel, String shop, String externalId, boolean isFinal) {}

    /**
     * @param latest orders that are still under way are erased too: they will not be delivered
     * @return whether there is more to do
     */
    Left erase(PersonRequest.Erase request, boolean latest) {
        Timestamp now = Timestamp.from(clock.instant());
        String shop = request.shop().orElse(null);
        boolean everybody = request.whom().isEmpty();
        String[] customers = ids(request.whom().map(PersonRequest.Whom::customers));
        String[] orders = ids(request.whom().map(PersonRequest.Whom::orders));
        List<Found> found = jdbc.query(
                ORDERS,
                (row, n) -> new Found(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)),
                request.channel(),
                shop,
                shop,
                everybody,
                customers,
                orders,
                AT_ONCE);
        List<Found> due =
                found.stream().filter(order -> order.isFinal() || latest).toList();
        due.forEach(order -> erase(order, now, everybody));
        if (everybody && shop != null) {
            jdbc.update(LOOSE_EVENTS, request.channel(), shop, null, null);
        }
        jdbc.update(CUSTOMERS, now, request.channel(), shop, shop, everybody, customers, orders);
        if (found.size() == AT_ONCE && !due.isEmpty()) {
            return Left.MORE;
        }
        return found.size() == due.size() ? Left.NOTHING : Left.UNDER_WAY;
    }

    private void erase(Found order, Timestamp now, boolean everybody) {
        jdbc.update(ORDER, now, order.id());
        jdbc.update(MAILS, order.id());
        jdbc.update(EVENTS, order.id());
        if (!everybody) {
            jdbc.update(LOOSE_EVENTS, order.channel(), order.shop(), order.externalId(), order.externalId());
        }
        timeline.write(
                RetailOrders.KIND,
                order.id(),
                new TimelineEntry("person erased", "channel-event", Map.of("stillUnderWay", !order.isFinal())));
    }

    private static String[] ids(Optional<List<String>> ids) {
        return ids.orElse(List.of()).toArray(String[]::new);
    }
}
