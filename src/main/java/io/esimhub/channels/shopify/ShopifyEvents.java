package io.esimhub.channels.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.ChannelNews;
import io.esimhub.channels.UnreadableEvent;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.Payment;
import io.esimhub.orders.PersonRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Reads a Shopify event of the inbox. */
@Component("shopifyEvents")
class ShopifyEvents {

    private final ShopifyProperties properties;
    private final ObjectMapper json;

    ShopifyEvents(ShopifyProperties properties, ObjectMapper json) {
        this.properties = properties;
        this.json = json;
    }

    /** The body becomes the {@link ChannelNews}, or an {@link OrderToRead} if the event does not say enough. */
    public void read(Exchange exchange) {
        ChannelEvent event = exchange.getMessage().getBody(ChannelEvent.class);
        exchange.setProperty("shopifyShopDomain", event.inbox().shop());
        exchange.getMessage().setBody(understood(event));
    }

    private Object understood(ChannelEvent event) {
        String shop = event.inbox().shop();
        if (event.inbox().topic().equals(InboxEvent.RECONCILIATION)) {
            return again(
                    shop, ShopifyText.number(content(event, ShopifyOrder.class).id(), "id"));
        }
        ShopifyTopic topic =
                ShopifyTopic.of(event.inbox().topic()).orElseThrow(() -> new UnreadableEvent("no topic of ours"));
        return switch (topic) {
            case ORDERS_CREATE, ORDERS_PAID, ORDERS_UPDATED, ORDERS_CANCELLED ->
                order(shop, content(event, ShopifyOrder.class));
            case ORDERS_EDITED -> again(shop, edited(content(event, ShopifyEdit.class)));
            case ORDERS_RISK_ASSESSMENT_CHANGED -> risk(shop, content(event, ShopifyRisk.class));
            case REFUNDS_CREATE ->
                new ChannelNews.OfOrder(ShopifyRefundReader.read(shop, content(event, ShopifyRefund.class)));
            case CUSTOMERS_DATA_REQUEST, CUSTOMERS_REDACT, SHOP_REDACT ->
                new ChannelNews.OfPerson(person(topic, shop, content(event, ShopifyPersonRequest.class)));
        };
    }

    /** Webhooks do not say how risky an order is. What was paid and may be bought is looked at first, if the settings want it. */
    private Object order(String shop, ShopifyOrder content) {
        OrderSnapshot snapshot = ShopifyOrderReader.read(shop, content);
        boolean mayBeBought = snapshot.payment() == Payment.PAID && !snapshot.cancelled() && !snapshot.test();
        return properties.hold() != ShopifyProperties.RiskHold.NONE && mayBeBought && hasAdmin(shop)
                ? new OrderToRead(shop, new ShopifyGid("Order", content.id()), Optional.of(snapshot))
                : new ChannelNews.OfOrder(snapshot);
    }

    private Object risk(String shop, ShopifyRisk content) {
        if (properties.hold() == ShopifyProperties.RiskHold.NONE) {
            return new ChannelNews.NotRelevant("NO_HOLD");
        }
        String number = ShopifyText.text(content.orderId())
                .orElseGet(() -> ShopifyGid.read("Order", content.orderGid()).number());
        return again(shop, ShopifyText.number(number, "order_id"));
    }

    private OrderToRead again(String shop, String order) {
        if (!hasAdmin(shop)) {
            throw new UnreadableEvent(
                    "NO_ADMIN_ACCESS",
                    "this topic says too little, and the shop has no admin-url and admin-token in the settings to read the order;"
                            + " orders/updated tells the same and more");
        }
        return new OrderToRead(shop, new ShopifyGid("Order", order), Optional.empty());
    }

    private static String edited(ShopifyEdit content) {
        if (content.edit() == null) {
            throw new UnreadableEvent("order_edit is missing");
        }
        return ShopifyText.number(content.edit().orderId(), "order_edit.order_id");
    }

    private static PersonRequest person(ShopifyTopic topic, String shop, ShopifyPersonRequest content) {
        if (!shop.equalsIgnoreCase(ShopifyText.need(content.shopDomain(), "shop_domain"))) {
            throw new UnreadableEvent("shop_domain is another shop's than the one that signed it");
        }
        // the address is not signed: a body that says more or less than its topic's was signed for another one
        boolean another =
                switch (topic) {
                    case SHOP_REDACT ->
                        content.customer() != null || content.request() != null || content.namesOrders();
                    case CUSTOMERS_REDACT -> content.request() != null || content.ordersRequested() != null;
                    default -> content.request() == null || content.ordersToRedact() != null;
                };
        if (another) {
            throw new UnreadableEvent("the body is of another topic than " + topic.topic());
        }
        return switch (topic) {
            case SHOP_REDACT -> new PersonRequest.Erase(ShopifyWebhooks.CHANNEL, Optional.of(shop), Optional.empty());
            case CUSTOMERS_REDACT ->
                new PersonRequest.Erase(
                        ShopifyWebhooks.CHANNEL,
                        Optional.of(shop),
                        Optional.of(whom(content, content.ordersToRedact())));
            default ->
                new PersonRequest.Disclose(
                        ShopifyWebhooks.CHANNEL,
                        shop,
                        ShopifyText.need(content.request().id(), "data_request.id"),
                        whom(content, content.ordersRequested()));
        };
    }

    /** @throws UnreadableEvent if it is about nobody: an erasure of nobody must never become one of everybody */
    private static PersonRequest.Whom whom(ShopifyPersonRequest content, List<String> orders) {
        Optional<String> customer = Optional.ofNullable(content.customer()).flatMap(who -> ShopifyText.text(who.id()));
        List<String> known = orders == null ? List.of() : orders;
        if (customer.isEmpty() && known.isEmpty()) {
            throw new UnreadableEvent("neither customer.id nor orders say whom it is about");
        }
        return new PersonRequest.Whom(customer.stream().toList(), known);
    }

    private boolean hasAdmin(String shop) {
        return properties.shop(shop).filter(ShopifyProperties.Shop::hasAdmin).isPresent();
    }

    /** What the webhook read already is not read again. */
    private <T> T content(ChannelEvent event, Class<T> shape) {
        T content = event.content()
                .filter(shape::isInstance)
                .map(shape::cast)
                .orElseGet(() -> parse(event.inbox().body(), shape));
        if (content == null) {
            throw new UnreadableEvent("the body is not an object");
        }
        return content;
    }

    private <T> T parse(byte[] body, Class<T> shape) {
        try {
            return json.readValue(body, shape);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("a field has another type than this topic's");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }
}
