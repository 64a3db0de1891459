package io.esimhub.channels.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ApiRefused;
import io.esimhub.channels.ChannelAccess;
import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.ChannelNews;
import io.esimhub.channels.UnreadableEvent;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.operations.inbox.InboxEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of understanding an event of Amazon: which order it speaks of, and what that order says when it is read. */
@Component("amazonEvents")
class AmazonEvents {

    static final String POLLED = "searchOrders";

    private static final String READING = "amazonReading";

    private final AmazonProperties properties;
    private final ObjectMapper json;
    private final ChannelAccess access;
    private final AmazonAccess amazon;
    private final AmazonOrders orders;

    AmazonEvents(
            AmazonProperties properties,
            ObjectMapper json,
            ChannelAccess access,
            AmazonAccess amazon,
            AmazonOrders orders) {
        this.properties = properties;
        this.json = json;
        this.access = access;
        this.amazon = amazon;
        this.orders = orders;
    }

    /** The body becomes a {@link ChannelNews} if nothing is to be read; else {@code amazonReading} knows what. */
    public void read(Exchange exchange) {
        ChannelEvent event = exchange.getMessage().getBody(ChannelEvent.class);
        Object understood = understood(event);
        if (understood instanceof ChannelNews news) {
            exchange.getMessage().setBody(news);
        } else {
            exchange.setProperty(READING, AmazonReading.of((String) understood, properties.ordersApi(), json));
        }
    }

    public void next(Exchange exchange) throws JsonProcessingException {
        exchange.getMessage().setBody(reading(exchange).next());
    }

    public void heard(Exchange exchange) {
        reading(exchange).heard(exchange.getMessage().getBody(JsonNode.class));
    }

    /** @throws ApiRefused if there is no way round it */
    public void refused(Exchange exchange) {
        ApiRefused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, ApiRefused.class);
        if (!reading(exchange).refused(refused)) {
            if (refused.shutOut()) {
                amazon.shutOut("orders cannot be read: " + refused.getMessage());
            }
            throw refused;
        }
        if (reading(exchange).asksForPeople()) {
            return;
        }
        access.refused(
                "amazon:" + properties.account() + ":buyer",
                "NO_BUYER_ROLE",
                "the application may not see buyers: their orders wait for an address (give it the roles for buyer and recipient)");
    }

    /** The body becomes the {@link ChannelNews}. */
    public void end(Exchange exchange) {
        AmazonOrder order = reading(exchange).order();
        if (order.email().isPresent()) {
            access.letIn("amazon:" + properties.account() + ":buyer");
        }
        exchange.getMessage().setBody(news(order));
    }

    private ChannelNews news(AmazonOrder order) {
        return orders.notForUs(order)
                .<ChannelNews>map(ChannelNews.NotRelevant::new)
                .orElseGet(() -> new ChannelNews.OfOrder(order.snapshot(properties.account())));
    }

    /** A {@link ChannelNews}, or the id of the order that is to be read. */
    private Object understood(ChannelEvent event) {
        if (Set.of(POLLED, InboxEvent.RECONCILIATION).contains(event.inbox().topic())) {
            return polledOrder(event.inbox().body());
        }
        Optional<JsonNode> notification = NotificationBody.unwrap(event.inbox().body(), json);
        return notification.isPresent()
                ? understood(OrderChange.read(notification.get()))
                : NotificationBody.orderId(event.inbox().body(), json)
                        .orElseThrow(() -> new UnreadableEvent("there is neither a notification nor an order in it"));
    }

    private Object understood(OrderChange change) {
        if (!change.type().equals("ORDER_CHANGE")) {
            return new ChannelNews.NotRelevant("OTHER_TYPE");
        }
        if (properties.sellerId() != null
                && change.sellerId()
                        .filter(id -> !id.equals(properties.sellerId()))
                        .isPresent()) {
            return new ChannelNews.NotRelevant("OTHER_SELLER");
        }
        if (orders.otherMarketplace(change.marketplaceId())) {
            return new ChannelNews.NotRelevant("OTHER_MARKETPLACE");
        }
        if (change.fulfillmentType().equals("AFN")) {
            return new ChannelNews.NotRelevant("FULFILLED_BY_AMAZON");
        }
        return AmazonWords.status(change.status()).startsWith("PENDING")
                ? new ChannelNews.NotRelevant("PENDING")
                : change.orderId();
    }

    private String polledOrder(byte[] body) {
        try {
            JsonNode order = json.readTree(body);
            return VendorJson.text(order, "orderId")
                    .or(() -> VendorJson.text(order, "AmazonOrderId"))
                    .filter(OrderChange::isOrderId)
                    .orElseThrow(() -> new UnreadableEvent("the order's id is missing, or not of the form 3-7-7"));
        } catch (IOException e) {
            throw new UnreadableEvent("the body is not JSON");
        }
    }

    private static AmazonReading reading(Exchange exchange) {
        return exchange.getProperty(READING, AmazonReading.class);
    }
}
