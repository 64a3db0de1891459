package io.esimhub.channels.ebay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.PolledOrders;
import java.time.temporal.ChronoUnit;
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
    private final PolledOrders polled;
    private final PolledOrders.Of list;

    EbayPoll(EbayProperties properties, PolledOrders polled) {
        this.properties = properties;
        this.polled = polled;
        this.list = new PolledOrders.Of(EbayWebhooks.CHANNEL, properties.account(), EbayEvents.POLLED);
        if (properties.on()) {
            polled.watch(list);
        }
    }

    public boolean isDue() {
        return properties.on() && polled.isDue(list, properties.pollEvery());
    }

    public void begin(Exchange exchange) {
        exchange.setProperty(
                PAGES, new EbayPages(polled.from(list, properties.pollOverlap()).truncatedTo(ChronoUnit.MILLIS)));
    }

    public void page(Exchange exchange) {
        exchange.getMessage().setBody(pages(exchange).next());
    }

    public void pageRead(Exchange exchange) throws JsonProcessingException {
        JsonNode page = exchange.getMessage().getBody(JsonNode.class);
        for (JsonNode order : page.path("orders")) {
            String id = order.path("orderId").asText("");
            String modified = order.path("lastModifiedDate").asText("");
            if (!id.isEmpty() && !modified.isEmpty()) {
                polled.accept(list, id, modified, order);
                pages(exchange).saw(modified);
            }
        }
        pages(exchange).read(page);
    }

    public void end(Exchange exchange) {
        polled.read(list, pages(exchange).newest());
    }

    /** The next turn reads the same again. */
    public void failed(Exchange exchange) {
        Exception error = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.warn("eBay's list of orders could not be read: {}", error.getMessage());
        polled.failed(list, error);
    }

    private static EbayPages pages(Exchange exchange) {
        return exchange.getProperty(PAGES, EbayPages.class);
    }
}
