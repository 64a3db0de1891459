package io.esimhub.channels.amazon;

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

/** The steps of telling Amazon what was sent ({@code confirmShipment}, which stays on v0). */
@Component("amazonConfirm")
class AmazonConfirm implements SalesChannel {

    private static final String TELLING = "amazonTelling";

    private final AmazonProperties properties;
    private final AmazonAccess access;
    private final ObjectMapper json;

    AmazonConfirm(AmazonProperties properties, AmazonAccess access, ObjectMapper json) {
        this.properties = properties;
        this.access = access;
        this.json = json;
    }

    @Override
    public String code() {
        return AmazonInbox.CHANNEL;
    }

    @Override
    public boolean hears(String shop) {
        return properties.on() && properties.confirm().enabled();
    }

    /** The body is the {@link SentNotice}. */
    public void begin(Exchange exchange) {
        exchange.setProperty(
                TELLING, new AmazonTelling(exchange.getMessage().getBody(SentNotice.class), properties, json));
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
     * What Amazon objected to while it was read is asked for differently.
     *
     * @throws ApiRefused if there is no way round it
     */
    public void askForLess(Exchange exchange) {
        ApiRefused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, ApiRefused.class);
        if (!telling(exchange).refused(refused)) {
            throw refused;
        }
    }

    /**
     * Amazon's sentence about our package (400, 404, 409) would be the same the next time: a person's, as carrier and tracking are a
     * seller's policy.
     *
     * @throws ApiRefused for every other answer: tried again
     */
    public void refused(Exchange exchange) {
        ApiRefused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, ApiRefused.class);
        if (refused.shutOut()) {
            access.shutOut("Amazon cannot be told what was sent: " + refused.getMessage());
        }
        List<String> sentences = new ArrayList<>();
        refused.body()
                .path("errors")
                .forEach(error -> sentences.add(error.path("code").asText() + " "
                        + error.path("message").asText()));
        boolean final4xx = refused.status() == 400 || refused.status() == 404 || refused.status() == 409;
        if (!final4xx || sentences.isEmpty() || telling(exchange).isReading()) {
            throw refused;
        }
        exchange.getMessage()
                .setBody(new ConfirmAnswer.Refused(new VendorText(properties.clientSecret(), properties.refreshToken())
                        .of(String.join("; ", sentences))));
    }

    private static AmazonTelling telling(Exchange exchange) {
        return exchange.getProperty(TELLING, AmazonTelling.class);
    }
}
