package io.esimhub.channels.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.ReadEvent;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of a webhook: whom it is from, whether it can be read, and into the inbox with it. */
@Component("shopifyWebhooks")
class ShopifyWebhooks {

    static final String CHANNEL = "shopify";

    private final ShopifyProperties properties;
    private final ObjectMapper json;
    private final Inbox inbox;

    ShopifyWebhooks(ShopifyProperties properties, ObjectMapper json, Inbox inbox) {
        this.properties = properties;
        this.json = json;
        this.inbox = inbox;
    }

    /** @throws Problem 404 if we take no such topic */
    public String topic(String resource, String action) {
        return ShopifyTopic.of(resource + "/" + action)
                .map(ShopifyTopic::topic)
                .orElseThrow(() -> Problem.notFound(
                        "no-such-topic",
                        "There is no such topic here. The topics are "
                                + Arrays.stream(ShopifyTopic.values())
                                        .map(ShopifyTopic::topic)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** Takes the named headers and the raw body along, and drops all else. */
    public void read(Exchange exchange) {
        ShopifyDelivery delivery = ShopifyDelivery.of(exchange.getMessage());
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(delivery);
    }

    /**
     * @throws Problem 401 if no secret of the shop signed it, 400 if it is signed but lacks a header or belongs to another
     *     address
     */
    public void verify(ShopifyDelivery delivery, String topic) {
        if (!ShopifySignature.matches(delivery.body(), delivery.hmac(), secrets(delivery))) {
            throw Problem.unauthorized(
                    "bad-signature",
                    "X-Shopify-Hmac-Sha256 does not match the body. Sign the raw bytes with a webhook secret of the shop.");
        }
        List<FieldError> missing = new ArrayList<>();
        require(missing, "X-Shopify-Shop-Domain", delivery.shopDomain());
        require(missing, "X-Shopify-Topic", delivery.topic());
        require(missing, "X-Shopify-Webhook-Id", delivery.webhookId());
        if (!missing.isEmpty()) {
            throw Problem.badRequest("missing-header", "A header that Shopify always sends is missing.", missing);
        }
        if (!topic.equals(delivery.topic())) {
            throw Problem.badRequest(
                    "wrong-topic",
                    "X-Shopify-Topic names another topic than this address, which takes " + topic
                            + ". Subscribe each topic to its own address.");
        }
    }

    /** Commits the delivery and the work it asks for; after that Shopify may be told. */
    public void accept(ShopifyDelivery delivery, String topic) {
        Object content =
                parse(delivery.body(), ShopifyTopic.of(topic).orElseThrow().body());
        String shop = delivery.shopDomain().toLowerCase(Locale.ROOT);
        InboxEvent event = new InboxEvent(CHANNEL, shop, topic, delivery.webhookId(), delivery.kept(), delivery.body());
        inbox.accept(event, ChannelEvent.QUEUE, new ReadEvent(event, content));
    }

    /** Without a shop to ask, every secret may answer: then the missing header can be named instead of the signature. */
    private List<String> secrets(ShopifyDelivery delivery) {
        if (delivery.shopDomain() == null) {
            return properties.shops().values().stream()
                    .flatMap(shop -> shop.webhookSecrets().stream())
                    .toList();
        }
        return properties
                .shop(delivery.shopDomain())
                .map(ShopifyProperties.Shop::webhookSecrets)
                .orElse(List.of());
    }

    /** Malformed JSON is refused at the door; JSON of another shape is kept and becomes a dead letter. */
    private Object parse(byte[] body, Class<?> shape) {
        try {
            return json.readValue(body, shape);
        } catch (JsonProcessingException e) {
            return parseAnything(body);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    private Object parseAnything(byte[] body) {
        try {
            JsonNode anything = json.readTree(body);
            if (anything == null || anything.isMissingNode()) {
                throw unreadable();
            }
            return null;
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.badRequest("not-json", "The body is not JSON, or is nested too deep.");
    }

    private static void require(List<FieldError> missing, String header, String value) {
        if (Optional.ofNullable(value).isEmpty()) {
            missing.add(new FieldError(header, "missing", "send it as Shopify does"));
        }
    }
}
