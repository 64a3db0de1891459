package io.esimhub.channels.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.ChannelNews;
import io.esimhub.channels.UnreadableEvent;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.orders.PersonRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of understanding an event of eBay: what it is about, and what the order says when it is read. */
@Component("ebayEvents")
class EbayEvents {

    static final String POLLED = "getOrders";

    private final EbayProperties properties;
    private final ObjectMapper json;

    EbayEvents(EbayProperties properties, ObjectMapper json) {
        this.properties = properties;
        this.json = json;
    }

    /** The body becomes an {@link EbayCall} for the order, or a {@link ChannelNews} where no order has to be read. */
    public void read(Exchange exchange) {
        ChannelEvent event = exchange.getMessage().getBody(ChannelEvent.class);
        exchange.getMessage().setBody(understood(event));
    }

    /** The body is the order as eBay shows it; it becomes the {@link ChannelNews}. */
    public void order(Exchange exchange) {
        JsonNode order = exchange.getMessage().getBody(JsonNode.class);
        exchange.getMessage().setBody(new ChannelNews.OfOrder(EbayOrderReader.read(properties.account(), order)));
    }

    private Object understood(ChannelEvent event) {
        JsonNode body = parse(event.inbox().body());
        if (Set.of(POLLED, InboxEvent.RECONCILIATION).contains(event.inbox().topic())) {
            String id = VendorJson.text(body, "orderId").orElseThrow(() -> new UnreadableEvent("orderId is missing"));
            return EbayCall.get(EbayCall.order(id));
        }
        EbayNotification notification =
                EbayNotification.read(body).orElseThrow(() -> new UnreadableEvent("it is no notification of eBay"));
        return switch (notification.topic()) {
            case "ORDER_CONFIRMATION" -> EbayCall.get(EbayCall.order(notification.orderId()));
            case "MARKETPLACE_ACCOUNT_DELETION" -> new ChannelNews.OfPerson(erase(notification.data()));
            default -> new ChannelNews.NotRelevant("OTHER_TOPIC");
        };
    }

    /** Orders carry the username, which eBay replaces by the id for some; a user may have ordered at every account. */
    private static PersonRequest erase(JsonNode data) {
        List<String> names = Stream.of("username", "userId")
                .flatMap(field -> VendorJson.text(data, field).stream())
                .toList();
        if (names.isEmpty()) {
            throw new UnreadableEvent("data.username and data.userId are missing");
        }
        return new PersonRequest.Erase(
                EbayWebhooks.CHANNEL, Optional.empty(), Optional.of(new PersonRequest.Whom(names, List.of())));
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UnreadableEvent("the body is not JSON");
        }
    }
}
