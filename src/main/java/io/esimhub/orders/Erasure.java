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
            order by o.id for update of o""";

    private static final String ORDER =
            """
            update retail.orders set email = null, customer_name = null, locale = null, shipping_address = null, deliver_to = null,
                redacted_at = ?
            where id = ?""";

    private static final String MAILS =
            """
            update fulfillment.deliveries set recipient = 'erased@invalid'
            where owner_kind = 'retail' and owner_order = ? and state <> 'PENDING'""";

    /** Events that no order was found for name it in their text. */
    private static final String EVENTS =
            """
            update operations.inbox set body = convert_to('{}', 'UTF8'), headers = '{}'
            where order_id = ?
               or order_id is null and processed_at is not null and channel = ? and shop = ? and position(convert_to(?, 'UTF8') in body) > 0""";

    /** Whoever has an order under way is not erased yet. */
    private static final String CUSTOMERS =
            """
            update retail.customers c set email = null, name = null, locale = null, redacted_at = ?
            where c.channel = ? and (?::text is null or c.shop = ?) and c.redacted_at is null
              and (?::boolean or c.external_id = any(?::text[])
                or exists (select from retail.orders o where o.customer_id = c.id and o.external_id = any(?::text[])))
              and not exists (select from retail.orders o where o.customer_id = c.id and o.redacted_at is null)""";

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
     * @return orders that are left
     */
    int erase(PersonRequest.Erase request, boolean latest) {
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
                orders);
        List<Found> due =
                found.stream().filter(order -> order.isFinal() || latest).toList();
        due.forEach(order -> erase(order, now));
        jdbc.update(CUSTOMERS, now, request.channel(), shop, shop, everybody, customers, orders);
        return found.size() - due.size();
    }

    private void erase(Found order, Timestamp now) {
        jdbc.update(ORDER, now, order.id());
        jdbc.update(MAILS, order.id());
        jdbc.update(EVENTS, order.id(), order.channel(), order.shop(), order.externalId());
        timeline.write(
                RetailOrders.KIND,
                order.id(),
                new TimelineEntry("person erased", "channel-event", Map.of("stillUnderWay", !order.isFinal())));
    }

    private static String[] ids(Optional<List<String>> ids) {
        return ids.orElse(List.of()).toArray(String[]::new);
    }
}
