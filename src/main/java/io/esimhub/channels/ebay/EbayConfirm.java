package io.esimhub.channels.ebay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ApiRefused;
import io.esimhub.operations.http.VendorText;
import io.esimhub.orders.ConfirmAnswer;
import io.esimhub.orders.SalesChannel;
import io.esimhub.orders.SentNotice;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of telling eBay what was sent. */
@Component("ebayConfirm")
class EbayConfirm implements SalesChannel {

    private static final String TELLING = "ebayTelling";

    private final EbayProperties properties;
    private final ObjectMapper json;

    EbayConfirm(EbayProperties properties, ObjectMapper json) {
        this.properties = properties;
        this.json = json;
    }

    @Override
    public String code() {
        return EbayWebhooks.CHANNEL;
    }

    @Override
    public boolean hears(String shop) {
        return properties.on() && properties.confirm();
    }

    /** The body is the {@link SentNotice}. */
    public void begin(Exchange exchange) {
        exchange.setProperty(TELLING, new EbayTelling(exchange.getMessage().getBody(SentNotice.class), json));
    }

    public void next(Exchange exchange) throws JsonProcessingException {
        exchange.getMessage().setBody(telling(exchange).next());
    }

    public void heard(Exchange exchange) {
        telling(exchange).heard(exchange.getMessage().getBody(JsonNode.class));
    }

    /** The body becomes the {@link ConfirmAnswer}. */
    public void end(Exchange exchange) {
        exchange.getMessage().setBody(telling(exchange).answer());
    }

    /**
     * What eBay objected to. Its own sentence about our request (400, 404, 409) would be the same the next time: a person's.
     *
     * @throws ApiRefused for every other answer: tried again
     */
    public void refused(Exchange exchange) {
        ApiRefused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, ApiRefused.class);
        List<String> sentences = new ArrayList<>();
        refused.body()
                .path("errors")
                .forEach(error -> sentences.add(error.path("errorId").asText() + " "
                        + error.path("message").asText()));
        boolean final4xx = refused.status() == 400 || refused.status() == 404 || refused.status() == 409;
        if (!final4xx || sentences.isEmpty()) {
            throw refused;
        }
        exchange.getMessage()
                .setBody(new ConfirmAnswer.Refused(
                        new VendorText(properties.clientSecret()).of(String.join("; ", sentences))));
    }

    private static EbayTelling telling(Exchange exchange) {
        return exchange.getProperty(TELLING, EbayTelling.class);
    }
}
