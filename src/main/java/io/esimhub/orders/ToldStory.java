package io.esimhub.orders;

import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.operations.timeline.TimelineEntry;
import java.util.Map;

/** What stands on an order's timeline of events that its channel told. */
final class ToldStory {

    private ToldStory() {}

    static TimelineEntry refund(long event, OrderRefund refund) {
        return new TimelineEntry(
                "refunded by the channel",
                "channel-event",
                Map.of(
                        "refund",
                        refund.externalId(),
                        "event",
                        event,
                        "units",
                        refund.lines().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        "amount",
                        refund.amount().map(Object::toString).orElse("")));
    }

    static TimelineEntry event(long event, String topic, OrderSnapshot order, boolean isNew) {
        return new TimelineEntry(
                isNew ? "order received" : "order event",
                topic.equals(InboxEvent.RECONCILIATION) ? "reconciliation" : "channel-event",
                Map.of(
                        "topic",
                        topic,
                        "event",
                        event,
                        "payment",
                        order.payment().name()));
    }
}
