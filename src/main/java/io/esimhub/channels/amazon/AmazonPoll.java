package io.esimhub.channels.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ChannelBusy;
import io.esimhub.channels.ChannelCursors;
import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.PollWatch;
import io.esimhub.channels.ReadEvent;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.operations.work.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The steps of searching for orders at Amazon: a backstop for notifications that never came. */
@Component("amazonPoll")
class AmazonPoll {

    private static final Logger LOG = LoggerFactory.getLogger(AmazonPoll.class);
    private static final String PAGES = "amazonPages";

    /** Amazon's lists settle two minutes after a change, and it refuses a search up to now. */
    private static final Duration SETTLED = Duration.ofSeconds(130);

    private final AmazonProperties properties;
    private final ChannelCursors cursors;
    private final PollWatch watch;
    private final Inbox inbox;
    private final Turns turns;
    private final ObjectMapper json;
    private final Clock clock;
    private final AtomicReference<AmazonPages> unfinished = new AtomicReference<>();

    AmazonPoll(
            AmazonProperties properties,
            ChannelCursors cursors,
            PollWatch watch,
            Inbox inbox,
            Turns turns,
            ObjectMapper json,
            Clock clock) {
        this.properties = properties;
        this.cursors = cursors;
        this.watch = watch;
        this.inbox = inbox;
        this.turns = turns;
        this.json = json;
        this.clock = clock;
        if (properties.on()) {
            watch.watch(AmazonInbox.CHANNEL, properties.account());
        }
    }

    /** Whether it is this process's turn. */
    public boolean isDue() {
        return properties.on() && turns.take("poll-amazon", properties.pollEvery());
    }

    public void begin(Exchange exchange) {
        exchange.setProperty(
                PAGES, Optional.ofNullable(unfinished.getAndSet(null)).orElseGet(this::fresh));
    }

    private AmazonPages fresh() {
        Instant now = clock.instant();
        Instant after = cursors.position(AmazonInbox.CHANNEL, properties.account(), AmazonEvents.POLLED)
                .orElse(now)
                .minus(properties.pollOverlap());
        return new AmazonPages(
                properties.ordersApi().equals("v0"),
                after.truncatedTo(ChronoUnit.SECONDS),
                now.minus(SETTLED).truncatedTo(ChronoUnit.SECONDS),
                properties.marketplaces());
    }

    public void page(Exchange exchange) {
        exchange.getMessage().setBody(pages(exchange).next());
    }

    /** Each state of each order is an event once. */
    public void pageRead(Exchange exchange) throws JsonProcessingException {
        AmazonPages pages = pages(exchange);
        for (JsonNode order : pages.read(exchange.getMessage().getBody(JsonNode.class))) {
            String id = pages.idOf(order);
            String changed = pages.changedOf(order);
            if (!id.isEmpty() && !changed.isEmpty()) {
                InboxEvent event = new InboxEvent(
                        AmazonInbox.CHANNEL,
                        properties.account(),
                        AmazonEvents.POLLED,
                        id + "@" + changed,
                        Map.of(),
                        json.writeValueAsBytes(order));
                inbox.accept(event, ChannelEvent.QUEUE, new ReadEvent(event, null));
                pages.saw(changed);
            }
        }
    }

    /** Only now, with every page in the inbox, the next search may begin later. */
    public void end(Exchange exchange) {
        pages(exchange)
                .newest()
                .ifPresent(newest ->
                        cursors.advance(AmazonInbox.CHANNEL, properties.account(), AmazonEvents.POLLED, newest));
        watch.succeeded(AmazonInbox.CHANNEL, properties.account());
    }

    /** The next turn searches the same again. */
    public void failed(Exchange exchange) {
        Exception error = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (error instanceof ChannelBusy) {
            // the pages that were read are not read again: with more pages than permits it would never end
            unfinished.set(exchange.getProperty(PAGES, AmazonPages.class));
        } else {
            LOG.warn("Amazon's orders could not be searched: {}", error.getMessage());
        }
        watch.failed(AmazonInbox.CHANNEL, properties.account(), error);
    }

    private static AmazonPages pages(Exchange exchange) {
        return exchange.getProperty(PAGES, AmazonPages.class);
    }
}
