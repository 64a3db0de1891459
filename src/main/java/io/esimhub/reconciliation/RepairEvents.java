package io.esimhub.reconciliation;

import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts orders of a channel's list into the inbox, each state of each once: they are read at their channel then. In the caller's transaction. */
@Component
class RepairEvents {

    private static final String QUEUE = "channel-events";

    private static final String HERE =
            """
            select id, outcome from operations.inbox
            where channel = ? and shop = ? and topic = ? and delivery_id = ? order by id desc limit 1""";

    private final Inbox inbox;
    private final JdbcTemplate jdbc;

    RepairEvents(Inbox inbox, JdbcTemplate jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /**
     * An event that stands for a state of an order.
     *
     * @param event what mends it once it is merged, by itself or because a person tries it again; empty: it was merged already
     * @param underWay nobody has to do anything
     */
    record Entered(Optional<Long> event, boolean underWay) {}

    Entered enter(Run run, ListedOrder order) {
        String delivery = "recon:" + order.externalId() + ":" + order.snapshot().updatedAt();
        InboxEvent event =
                new InboxEvent(run.party(), run.account(), InboxEvent.RECONCILIATION, delivery, Map.of(), order.body());
        return inbox.accept(event, QUEUE, null)
                .map(id -> new Entered(Optional.of(id), true))
                .orElseGet(() -> here(event));
    }

    private Entered here(InboxEvent event) {
        return jdbc
                .query(
                        HERE,
                        (row, number) -> entered(row.getLong("id"), row.getString("outcome")),
                        event.channel(),
                        event.shop(),
                        event.topic(),
                        event.deliveryId())
                .stream()
                .findFirst()
                .orElseGet(() -> new Entered(Optional.empty(), false));
    }

    private static Entered entered(long id, String outcome) {
        return "MERGED".equals(outcome)
                ? new Entered(Optional.empty(), false)
                : new Entered(Optional.of(id), outcome == null);
    }
}
