package io.esimhub.orders;

import io.esimhub.fulfillment.FulfillmentDesk;
import io.esimhub.fulfillment.LockedOrder;
import io.esimhub.fulfillment.OrderRun;
import io.esimhub.fulfillment.OwedLine;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.sql.Asked;
import io.esimhub.operations.sql.Query;
import io.esimhub.operations.sql.RoundTrip;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.work.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges what an event told into the order, and asks fulfillment for the first step, all in one transaction: an order is never
 * written down without the way it goes on.
 */
@Component
public class OrderIntake {

    private final OrderStore store;
    private final NewOrders newOrders;
    private final RetailOrders orders;
    private final LineOwnership ownership;
    private final FulfillmentDesk fulfillment;
    private final Inbox inbox;
    private final JdbcTemplate jdbc;

    OrderIntake(
            OrderStore store,
            NewOrders newOrders,
            RetailOrders orders,
            LineOwnership ownership,
            FulfillmentDesk fulfillment,
            Inbox inbox,
            JdbcTemplate jdbc) {
        this.store = store;
        this.newOrders = newOrders;
        this.orders = orders;
        this.ownership = ownership;
        this.fulfillment = fulfillment;
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /**
     * @param event the inbox event that told it
     * @param topic for the timeline
     */
    @Transactional
    public OrderRun take(WorkItem item, long event, String topic, OrderSnapshot told) {
        RoundTrip trip = new RoundTrip(jdbc);
        Asked<StoredOrder> known = trip.ask(store.lock(told.identity()));
        Asked<String> sold = trip.ask(ownership.known(told.lines()));
        trip.go();
        Optional<OrderRun> first = known.first().isPresent()
                ? Optional.empty()
                : takeFirst(item, event, topic, told, ownership.ours(told.lines(), sold.rows()));
        return first.orElseGet(() -> takeAgain(item, event, topic, told));
    }

    /** @return empty if another process wrote the order down meanwhile */
    private Optional<OrderRun> takeFirst(
            WorkItem item, long event, String topic, OrderSnapshot order, Set<String> ours) {
        OrderFacts facts = facts(order, ours);
        OrderState.Standing standing = OrderState.of(facts, List.of(), Optional.empty());
        return newOrders.place(order, ours, facts, standing, item.key()).map(placed -> {
            LockedOrder locked = orders.inserted(placed.id(), order, facts, standing, item.key());
            inbox.mergedFirst(event, placed.id());
            List<OwedLine> owed = owed(order, ours, facts, placed.lineIds());
            return fulfillment.owes(
                    item, RetailOrders.KIND, locked, owed, true, List.of(entry(event, topic, order, true)));
        });
    }

    private OrderRun takeAgain(WorkItem item, long event, String topic, OrderSnapshot told) {
        StoredOrder stored = store.withLines(one(store.lock(told.identity())));
        OrderSnapshot merged = OrderMerge.merge(stored.snapshot(), told);
        Set<String> ours = ownership.ours(merged.lines());
        OrderFacts facts = facts(merged, ours);
        if (!merged.equals(stored.snapshot())) {
            store.update(stored.id(), merged, facts);
        }
        Map<String, Long> lineIds = store.writeLines(stored.id(), merged.lines(), ours);
        boolean news = inbox.merged(event, stored.id());
        return fulfillment.owes(
                item,
                RetailOrders.KIND,
                one(orders.lock(stored.id())),
                owed(merged, ours, facts, lineIds),
                false,
                news ? List.of(entry(event, topic, merged, false)) : List.of());
    }

    private <T> T one(Query<T> query) {
        return jdbc.queryForObject(query.sql(), query.rows(), query.arguments().toArray());
    }

    private static List<OwedLine> owed(
            OrderSnapshot order, Set<String> ours, OrderFacts facts, Map<String, Long> lineIds) {
        return order.lines().stream()
                .filter(line -> line.sku().filter(ours::contains).isPresent())
                .map(line -> new OwedLine(
                        lineIds.get(line.externalId()),
                        line.externalId(),
                        line.sku().orElseThrow(),
                        facts.ignored().isPresent() || facts.nothingOwed() ? 0 : line.quantity()))
                .toList();
    }

    private static TimelineEntry entry(long event, String topic, OrderSnapshot order, boolean isNew) {
        return new TimelineEntry(
                isNew ? "order received" : "order event",
                "channel-event",
                Map.of(
                        "topic",
                        topic,
                        "event",
                        event,
                        "payment",
                        order.payment().name()));
    }

    private static OrderFacts facts(OrderSnapshot order, Set<String> ours) {
        List<SnapshotLine> our = order.lines().stream()
                .filter(line -> line.sku().filter(ours::contains).isPresent())
                .toList();
        Optional<String> ignored = order.test()
                ? Optional.of("TEST_ORDER")
                : our.isEmpty() ? Optional.of("NOTHING_OF_OURS") : Optional.empty();
        return new OrderFacts(
                ignored,
                order.cancelled(),
                order.payment(),
                our.stream().mapToInt(SnapshotLine::quantity).sum());
    }
}
