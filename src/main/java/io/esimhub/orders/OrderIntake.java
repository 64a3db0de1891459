package io.esimhub.orders;

import io.esimhub.fulfillment.FulfillmentDesk;
import io.esimhub.fulfillment.LockedOrder;
import io.esimhub.fulfillment.OrderRun;
import io.esimhub.fulfillment.OwedLine;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.work.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges what an event told into the order, and asks fulfillment for the first step, all in one transaction: an order is never
 * written down without the way it goes on.
 */
@Component
public class OrderIntake {

    private final OrderStore store;
    private final RetailOrders orders;
    private final LineOwnership ownership;
    private final FulfillmentDesk fulfillment;
    private final Inbox inbox;

    OrderIntake(
            OrderStore store, RetailOrders orders, LineOwnership ownership, FulfillmentDesk fulfillment, Inbox inbox) {
        this.store = store;
        this.orders = orders;
        this.ownership = ownership;
        this.fulfillment = fulfillment;
        this.inbox = inbox;
    }

    /**
     * @param event the inbox event that told it
     * @param topic for the timeline
     */
    @Transactional
    public OrderRun take(WorkItem item, long event, String topic, OrderSnapshot told) {
        Optional<StoredOrder> known = store.lock(told.identity());
        if (known.isEmpty()) {
            Set<String> ours = ownership.ours(told.lines());
            OrderFacts facts = facts(told, ours);
            OrderState.Standing standing = OrderState.of(facts, List.of(), Optional.empty());
            Optional<Long> id = store.insert(told, facts, standing, item.key());
            if (id.isPresent()) {
                LockedOrder inserted = orders.inserted(id.get(), told, facts, standing, item.key());
                return write(item, event, topic, told, inserted, ours, facts, true);
            }
            known = store.lock(told.identity());
        }
        StoredOrder stored = known.orElseThrow();
        OrderSnapshot merged = OrderMerge.merge(stored.snapshot(), told);
        Set<String> ours = ownership.ours(merged.lines());
        OrderFacts facts = facts(merged, ours);
        if (!merged.equals(stored.snapshot())) {
            store.update(stored.id(), merged, facts);
        }
        return write(item, event, topic, merged, orders.lock(stored.id()), ours, facts, false);
    }

    private OrderRun write(
            WorkItem item,
            long event,
            String topic,
            OrderSnapshot order,
            LockedOrder locked,
            Set<String> ours,
            OrderFacts facts,
            boolean isNew) {
        Map<String, Long> lineIds = store.writeLines(locked.id(), order.lines(), ours);
        boolean news = inbox.merged(event, locked.id());
        List<TimelineEntry> story = news ? List.of(entry(event, topic, order, isNew)) : List.of();
        List<OwedLine> owed = order.lines().stream()
                .filter(line -> line.sku().filter(ours::contains).isPresent())
                .map(line -> new OwedLine(
                        lineIds.get(line.externalId()),
                        line.externalId(),
                        line.sku().orElseThrow(),
                        facts.ignored().isPresent() || facts.nothingOwed() ? 0 : line.quantity()))
                .toList();
        return fulfillment.owes(item, RetailOrders.KIND, locked, owed, isNew, story);
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
