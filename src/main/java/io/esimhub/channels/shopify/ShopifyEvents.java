package io.esimhub.channels.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ChannelEvent;
import io.esimhub.channels.ChannelNews;
import io.esimhub.channels.UnreadableEvent;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Reads a Shopify event of the inbox. */
@Component("shopifyEvents")
class ShopifyEvents {

    private final ObjectMapper json;

    ShopifyEvents(ObjectMapper json) {
        this.json = json;
    }

    /** What the webhook read already is not read again. */
    public ChannelNews read(ChannelEvent event) {
        ShopifyOrder order = event.content()
                .map(ShopifyOrder.class::cast)
                .orElseGet(() -> parse(event.inbox().body()));
        return new ChannelNews.OfOrder(ShopifyOrderReader.read(event.inbox().shop(), order));
    }

    private ShopifyOrder parse(byte[] body) {
        try {
            return json.readValue(body, ShopifyOrder.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("a field has another type than an order's");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }
}
