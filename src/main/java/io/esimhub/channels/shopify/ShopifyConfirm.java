package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.http.VendorText;
import io.esimhub.orders.ConfirmAnswer;
import io.esimhub.orders.SalesChannel;
import io.esimhub.orders.SentNotice;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of telling a shop what was sent. */
@Component("shopifyConfirm")
class ShopifyConfirm implements SalesChannel {

    private static final String TELLING = "shopifyTelling";

    private final ShopifyProperties properties;

    ShopifyConfirm(ShopifyProperties properties) {
        this.properties = properties;
    }

    @Override
    public String code() {
        return ShopifyWebhooks.CHANNEL;
    }

    @Override
    public boolean hears(String shop) {
        return properties.shop(shop).filter(ShopifyProperties.Shop::hasAdmin).isPresent();
    }

    /** The body is the {@link SentNotice}. */
    public void begin(Exchange exchange) {
        SentNotice notice = exchange.getMessage().getBody(SentNotice.class);
        exchange.setProperty(TELLING, new ShopifyTelling(notice, properties.notifyCustomer()));
    }

    public void next(Exchange exchange) {
        exchange.getMessage().setBody(telling(exchange).next());
    }

    public void heard(Exchange exchange) {
        telling(exchange).heard(exchange.getMessage().getBody(JsonNode.class));
    }

    /** The body becomes the {@link ConfirmAnswer}. */
    public void end(Exchange exchange) {
        exchange.getMessage().setBody(telling(exchange).answer(new VendorText()));
    }

    private static ShopifyTelling telling(Exchange exchange) {
        return exchange.getProperty(TELLING, ShopifyTelling.class);
    }
}
