package io.esimhub.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.operations.work.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What reading a channel's list of orders is everywhere alike: whose turn it is, from when on, each state of each order an event once. */
@Component
public class PolledOrders {

    private final ChannelCursors cursors;
    private final PollWatch watch;
    private final Inbox inbox;
    private final Turns turns;
    private final ObjectMapper json;
    private final Clock clock;

    PolledOrders(ChannelCursors cursors, PollWatch watch, Inbox inbox, Turns turns, ObjectMapper json, Clock clock) {
        this.cursors = cursors;
        this.watch = watch;
        this.inbox = inbox;
        this.turns = turns;
        this.json = json;
        this.clock = clock;
    }

    /** A list. @param topic of its events in the inbox */
    public record Of(String channel, String account, String topic) {}

    /** Shows how old the last reading is. */
    public void watch(Of list) {
        watch.watch(list.channel(), list.account());
    }

    /** Whether it is this process's turn. */
    public boolean isDue(Of list, Duration every) {
        return turns.take("poll-" + list.channel(), every);
    }

    /** From the newest order of the last reading, and some time before it; the first reading looks at what is new only. */
    public Instant from(Of list, Duration overlap) {
        return cursors.position(list.channel(), list.account(), list.topic())
                .orElseGet(clock::instant)
                .minus(overlap);
    }

    /** One order of the list. @param changed the channel's own time of it, as it wrote it */
    public void accept(Of list, String id, String changed, JsonNode order) throws JsonProcessingException {
        InboxEvent event = new InboxEvent(
                list.channel(),
                list.account(),
                list.topic(),
                id + "@" + changed,
                Map.of(),
                json.writeValueAsBytes(order));
        inbox.accept(event, ChannelEvent.QUEUE, new ReadEvent(event, null));
    }

    /** Only with every page in the inbox, the next reading may begin later. @param newest time in it; empty if it was empty */
    public void read(Of list, Optional<Instant> newest) {
        newest.ifPresent(time -> cursors.advance(list.channel(), list.account(), list.topic(), time));
        watch.succeeded(list.channel(), list.account());
    }

    public void failed(Of list, Exception error) {
        watch.failed(list.channel(), list.account(), error);
    }
}
