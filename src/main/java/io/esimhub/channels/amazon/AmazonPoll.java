package io.esimhub.channels.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.ChannelBusy;
import io.esimhub.channels.PolledOrders;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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

    private final AmazonProperties properties;
    private final PolledOrders polled;
    private final PolledOrders.Of list;
    private final Clock clock;
    private final AtomicReference<AmazonPages> unfinished = new AtomicReference<>();

    AmazonPoll(AmazonProperties properties, PolledOrders polled, Clock clock) {
        this.properties = properties;
        this.polled = polled;
        this.list = new PolledOrders.Of(AmazonInbox.CHANNEL, properties.account(), AmazonEvents.POLLED);
        this.clock = clock;
        if (properties.on()) {
            polled.watch(list);
        }
    }

    public boolean isDue() {
        return properties.on() && polled.isDue(list, properties.pollEvery());
    }

    public void begin(Exchange exchange) {
        exchange.setProperty(
                PAGES, Optional.ofNullable(unfinished.getAndSet(null)).orElseGet(this::fresh));
    }

    /** An overlap that is shorter than Amazon's lists take to settle would leave nothing to search. */
    private AmazonPages fresh() {
        return new AmazonPages(
                properties.ordersApi().equals("v0"),
                polled.from(list, properties.pollOverlap().plus(AmazonPages.SETTLED))
                        .truncatedTo(ChronoUnit.SECONDS),
                clock.instant().minus(AmazonPages.SETTLED).truncatedTo(ChronoUnit.SECONDS),
                properties.marketplaces());
    }

    public void page(Exchange exchange) {
        exchange.getMessage().setBody(pages(exchange).next());
    }

    public void pageRead(Exchange exchange) throws JsonProcessingException {
        AmazonPages pages = pages(exchange);
        for (JsonNode order : pages.read(exchange.getMessage().getBody(JsonNode.class))) {
            String id = pages.idOf(order);
            String changed = pages.changedOf(order);
            if (!id.isEmpty() && !changed.isEmpty()) {
                polled.accept(list, id, changed, order);
                pages.saw(changed);
            }
        }
    }

    public void end(Exchange exchange) {
        polled.read(list, pages(exchange).newest());
    }

    /** The next turn searches the same again; what was read is not read again, or more pages than permits would never end. */
    public void failed(Exchange exchange) {
        Exception error = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (error instanceof ChannelBusy) {
            unfinished.set(pages(exchange));
        } else {
            LOG.warn("Amazon's orders could not be searched: {}", error.getMessage());
        }
        polled.failed(list, error);
    }

    private static AmazonPages pages(Exchange exchange) {
        return exchange.getProperty(PAGES, AmazonPages.class);
    }
}
