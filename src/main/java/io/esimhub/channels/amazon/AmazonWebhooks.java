package io.esimhub.channels.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.web.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * The steps of Amazon's address. Amazon itself posts to SQS only, so what comes here was forwarded: by SNS, which signs, or by a forwarder
 * of the seller's with a secret header.
 */
@Component("amazonWebhooks")
class AmazonWebhooks {

    private static final String DELIVERY = "amazonDelivery";

    private final AmazonProperties properties;
    private final AmazonInbox inbox;
    private final ObjectMapper json;

    AmazonWebhooks(AmazonProperties properties, AmazonInbox inbox, ObjectMapper json) {
        this.properties = properties;
        this.inbox = inbox;
        this.json = json;
    }

    /**
     * Decides which door it came to: {@code amazonDoor} becomes {@code sns} or {@code forwarder}.
     *
     * @throws Problem 401 if it belongs to neither
     */
    public void read(Exchange exchange) {
        AmazonDelivery delivery = AmazonDelivery.of(exchange.getMessage(), properties.webhookHeader());
        exchange.getMessage().removeHeaders("*");
        exchange.setProperty(DELIVERY, delivery);
        if (delivery.snsType() != null && !properties.topicArns().isEmpty()) {
            exchange.setProperty("amazonDoor", "sns");
        } else if (isForwarder(delivery)) {
            exchange.setProperty("amazonDoor", "forwarder");
        } else {
            throw Problem.unauthorized(
                    "not-let-in",
                    "Send " + properties.webhookHeader()
                            + " with the token of the settings, or deliver by a topic of SNS that is configured.");
        }
    }

    /** Commits the notification and the work it asks for. */
    public void accept(Exchange exchange) {
        byte[] body = delivery(exchange).body();
        parse(body);
        inbox.accept(body);
    }

    private boolean isForwarder(AmazonDelivery delivery) {
        String expected = properties.webhookToken();
        return expected != null
                && !expected.isBlank()
                && delivery.token() != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        delivery.token().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode node = json.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw notJson();
            }
            return node;
        } catch (IOException unreadable) {
            throw notJson();
        }
    }

    static AmazonDelivery delivery(Exchange exchange) {
        return exchange.getProperty(DELIVERY, AmazonDelivery.class);
    }

    private static Problem notJson() {
        return Problem.badRequest("not-json", "The body is not JSON, or is nested too deep.");
    }
}
