package io.esimhub.orders;

import io.esimhub.fulfillment.FulfillmentDesk;
import io.esimhub.fulfillment.LockedOrder;
import io.esimhub.fulfillment.OrderRun;
import io.esimhub.fulfillment.OwedLine;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.sql.Asked;
import io.esimhub.operations.sql.Query;
import io.esimhub.operations.sql.RoundTrip;
import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.operations.work.WorkQueue;
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
    private final Refunds refunds;
    private final Holds holds;
    private final FulfillmentDesk fulfillment;
    private final Inbox inbox;
    private final WorkQueue work;
    private final Timeline timeline;
    private final JdbcTemplate jdbc;

    OrderIntake(
            OrderStore store,
            NewOrders newOrders,
            RetailOrders orders,
            LineOwnership ownership,
            Refunds refunds,
            Holds holds,
            FulfillmentDesk fulfillment,
            Inbox inbox,
            WorkQueue work,
            Timeline timeline,
            JdbcTemplate jdbc) {
        this.store = store;
        this.newOrders = newOrders;
        this.orders = orders;
        this.ownership = ownership;
        this.refunds = refunds;
        this.holds = holds;
        this.fulfillment = fulfillment;
        this.inbox = inbox;
        this.work = work;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    /**
     * @param event the inbox event that told it
     * @param topic for the timeline
     * @return the order's run; empty for a refund of an order that no event has told of yet
     */
    @Transactional
    public Optional<OrderRun> take(WorkItem item, long event, String topic, OrderNews told) {
        return told instanceof OrderSnapshot snapshot
                ? Optional.of(takeSnapshot(item, event, topic, snapshot))
                : takeRefund(item, event, topic, (OrderRefund) told);
    }

    private OrderRun takeSnapshot(WorkItem item, long event, String topic, OrderSnapshot told) {
        RoundTrip trip = new RoundTrip(jdbc);
        trip.ask(refunds.alone(told.identity()));
        Asked<StoredOrder> known = trip.ask(store.lock(told.identity()));
        Asked<OrderRefund> refunded = trip.ask(refunds.of(told.identity()));
        Asked<String> sold = trip.ask(ownership.known(told.lines()));
        trip.go();
        return known.first().isPresent()
                ? takeAgain(item, event, topic, Optional.of(told), known.first().get(), refunded.rows())
                : takeFirst(item, event, topic, told, refunded.rows(), ownership.ours(told.lines(), sold.rows()));
    }

    /** The refund stays a fact, whether its order is known or not: its snapshot will find it. */
    private Optional<OrderRun> takeRefund(WorkItem item, long event, String topic, OrderRefund told) {
        RoundTrip trip = new RoundTrip(jdbc);
        trip.ask(refunds.alone(told.identity()));
        Asked<StoredOrder> known = trip.ask(store.lock(told.identity()));
        trip.go();
        boolean news = refunds.write(told);
        if (known.first().isEmpty()) {
            inbox.handled(event);
            work.finish(item);
            return Optional.empty();
        }
        StoredOrder stored = known.first().get();
        if (news) {
            timeline.write(RetailOrders.KIND, stored.id(), ToldStory.refund(event, told));
        }
        return Optional.of(takeAgain(item, event, topic, Optional.empty(), stored, ask(refunds.of(told.identity()))));
    }

    private OrderRun takeFirst(
            WorkItem item, long event, String topic, OrderSnapshot told, List<OrderRefund> refunded, Set<String> ours) {
        Map<String, Integer> uncounted = UncountedRefunds.of(told, refunded);
        OrderSnapshot order = UncountedRefunds.subtracted(told, uncounted);
        OrderFacts facts = OrderFacts.of(order, ours, Decisions.NONE);
        OrderState.Standing standing = OrderState.of(facts, List.of(), Optional.empty());
        PlacedOrder placed = newOrders.place(told, ours, facts, standing, item.key());
        if (!uncounted.isEmpty()) {
            store.writeRefunded(placed.id(), uncounted);
        }
        holds.show(placed.id(), facts);
        LockedOrder locked = orders.inserted(placed.id(), order, facts, standing, item.key());
        inbox.mergedFirst(event, placed.id());
        return fulfillment.owes(
                item,
                RetailOrders.KIND,
                locked,
                owed(order, ours, facts, placed.lineIds()),
                true,
                List.of(ToldStory.event(event, topic, order, true)));
    }

    /** @param told absent if only what is known beside the snapshot has changed */
    private OrderRun takeAgain(
            WorkItem item,
            long event,
            String topic,
            Optional<OrderSnapshot> told,
            StoredOrder head,
            List<OrderRefund> refunded) {
        StoredOrder stored = store.withLines(head);
        OrderSnapshot merged = told.map(snapshot -> stored.decisions().redacted() ? snapshot.withoutPerson() : snapshot)
                .map(snapshot -> OrderMerge.merge(stored.snapshot(), snapshot.ofKnownOrder())
                        .rememberingPerson(stored.snapshot()))
                .orElse(stored.snapshot());
        Map<String, Integer> uncounted = UncountedRefunds.of(merged, refunded);
        OrderSnapshot order = UncountedRefunds.subtracted(merged, uncounted);
        Set<String> ours = ownership.ours(merged.lines());
        OrderFacts facts = OrderFacts.of(order, ours, stored.decisions());
        if (told.isEmpty() || !merged.equals(stored.snapshot())) {
            store.update(stored.id(), merged, facts);
        }
        Map<String, Long> lineIds = store.writeLines(stored.id(), merged.lines(), ours);
        if (!refunded.isEmpty()) {
            store.writeRefunded(stored.id(), uncounted);
        }
        holds.show(stored.id(), facts);
        boolean news = inbox.merged(event, stored.id());
        if (stored.decisions().redacted()) {
            inbox.blank(event);
        }
        return fulfillment.owes(
                item,
                RetailOrders.KIND,
                one(orders.lock(stored.id())),
                owed(order, ours, facts, lineIds),
                false,
                news && told.isPresent() ? List.of(ToldStory.event(event, topic, merged, false)) : List.of());
    }

    private <T> T one(Query<T> query) {
        return jdbc.queryForObject(query.sql(), query.rows(), query.arguments().toArray());
    }

    private <T> List<T> ask(Query<T> query) {
        return jdbc.query(query.sql(), query.rows(), query.arguments().toArray());
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
}
