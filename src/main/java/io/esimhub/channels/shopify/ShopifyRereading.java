package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.ChannelNews;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.orders.OrderSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of reading an order again from the Admin API, for what its webhook does not say. */
@Component("shopifyRereading")
class ShopifyRereading {

    private static final String PAGES = "shopifyPages";
    private static final String WANTED = "shopifyOrderToRead";

    /** Shopify's analysis takes seconds to minutes; nobody waits longer for a code. */
    private static final Duration ANALYSIS = Duration.ofMinutes(10);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final ShopifyProperties properties;
    private final Clock clock;

    ShopifyRereading(ShopifyProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** The body is the {@link OrderToRead}. */
    public void begin(Exchange exchange) {
        OrderToRead wanted = exchange.getMessage().getBody(OrderToRead.class);
        exchange.setProperty(PAGES, new ShopifyOrderPages(wanted.shop(), wanted.order()));
        exchange.setProperty(WANTED, wanted);
    }

    public void page(Exchange exchange) {
        exchange.getMessage().setBody(pages(exchange).next());
    }

    public void pageRead(Exchange exchange) {
        pages(exchange).read(exchange.getMessage().getBody(JsonNode.class));
    }

    /** The body becomes the {@link ChannelNews}. */
    public void end(Exchange exchange) {
        ShopifyOrderPages pages = pages(exchange);
        exchange.getMessage().setBody(pages.head() == null ? notShown(exchange) : news(exchange, pages));
    }

    /** Not yet, or not to this token. What its webhook told is not lost: a person looks at it. */
    private ChannelNews notShown(Exchange exchange) {
        return exchange.getProperty(WANTED, OrderToRead.class)
                .told()
                .map(this::notAssessedYet)
                .orElseGet(() -> new ChannelNews.NotRelevant("NOT_VISIBLE"));
    }

    private ChannelNews news(Exchange exchange, ShopifyOrderPages pages) {
        ShopifyOrder order = GraphqlOrderReader.read(pages.head(), pages.lines());
        OrderSnapshot snapshot =
                ShopifyOrderReader.read(exchange.getProperty("shopifyShopDomain", String.class), order);
        if (found(exchange) && AlreadyFulfilled.digitally(pages)) {
            snapshot = snapshot.withHold(Optional.of(OrderSnapshot.FULFILLED_ALREADY));
        }
        return switch (RiskJudgement.of(pages.head().path("risk"), properties.hold())) {
            case FINE -> new ChannelNews.OfOrder(snapshot);
            case RISKY -> new ChannelNews.OfOrder(snapshot.withHold(Optional.of("RISK")));
            case PENDING -> notAssessedYet(snapshot);
        };
    }

    /** No webhook told of it: who knows who served it. */
    private static boolean found(Exchange exchange) {
        ChannelEvent event = exchange.getProperty("channelEvent", ChannelEvent.class);
        return event != null && event.inbox().topic().equals(InboxEvent.RECONCILIATION);
    }

    private ChannelNews notAssessedYet(OrderSnapshot snapshot) {
        Instant now = clock.instant();
        Instant patience = snapshot.placedAt().orElse(snapshot.updatedAt()).plus(ANALYSIS);
        return now.isBefore(patience)
                ? new ChannelNews.Later(now.plus(LOOK_AGAIN))
                : new ChannelNews.OfOrder(snapshot.withHold(Optional.of("RISK_NOT_ASSESSED")));
    }

    private static ShopifyOrderPages pages(Exchange exchange) {
        return exchange.getProperty(PAGES, ShopifyOrderPages.class);
    }
}
