package io.esimhub.channels.ebay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ChannelCursors;
import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.PollWatch;
import io.esimhub.channels.ReadEvent;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.operations.work.Turns;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The steps of reading eBay's list of orders: a backstop for notifications that never came. */
@Component("ebayPoll")
class EbayPoll {

    private static final Logger LOG = LoggerFactory.getLogger(EbayPoll.class);
    private static final String PAGES = "ebayPages";

    private final EbayProperties properties;
    private final ChannelCursors cursors;
    private final PollWatch watch;
    private final Inbox inbox;
    private final Turns turns;
    private final ObjectMapper json;
    private final Clock clock;

    EbayPoll(
            EbayProperties properties,
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
            watch.watch(EbayWebhooks.CHANNEL, properties.account());
        }
    }

    /** Whether it is this process's turn. */
    public boolean isDue() {
        return properties.on() && turns.take("poll-ebay", properties.pollEvery());
    }

    public void begin(Exchange exchange) {
        Instant from = cursors.position(EbayWebhooks.CHANNEL, properties.account(), EbayEvents.POLLED)
                .orElseGet(clock::instant)
                .minus(properties.pollOverlap());
        exchange.setProperty(PAGES, new EbayPages(from.truncatedTo(ChronoUnit.MILLIS)));
    }

    public void page(Exchange exchange) {
        exchange.getMessage().setBody(pages(exchange).next());
    }

    /** Each state of each order is an event once; one that a notification brought already is read again and changes nothing. */
    public void pageRead(Exchange exchange) throws JsonProcessingException {
        JsonNode page = exchange.getMessage().getBody(JsonNode.class);
        for (JsonNode order : page.path("orders")) {
            String id = order.path("orderId").asText("");
            String modified = order.path("lastModifiedDate").asText("");
            if (!id.isEmpty() && !modified.isEmpty()) {
                InboxEvent event = new InboxEvent(
                        EbayWebhooks.CHANNEL,
                        properties.account(),
                        EbayEvents.POLLED,
                        id + "@" + modified,
                        Map.of(),
                        json.writeValueAsBytes(order));
                inbox.accept(event, ChannelEvent.QUEUE, new ReadEvent(event, null));
                pages(exchange).saw(modified);
            }
        }
        pages(exchange).read(page);
    }

    /** Only now, with every page in the inbox, the next reading may begin later. */
    public void end(Exchange exchange) {
        pages(exchange)
                .newest()
                .ifPresent(newest ->
                        cursors.advance(EbayWebhooks.CHANNEL, properties.account(), EbayEvents.POLLED, newest));
        watch.succeeded(EbayWebhooks.CHANNEL, properties.account());
    }

    /** The next turn reads the same again. */
    public void failed(Exchange exchange) {
        Exception error = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.warn("eBay's list of orders could not be read: {}", error.getMessage());
        watch.failed(EbayWebhooks.CHANNEL, properties.account(), error);
    }

    private static EbayPages pages(Exchange exchange) {
        return exchange.getProperty(PAGES, EbayPages.class);
    }
}
