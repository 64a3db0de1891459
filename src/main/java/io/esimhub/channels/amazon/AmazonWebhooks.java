package io.esimhub.channels.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.amazon.sns.SnsAddress;
import io.esimhub.channels.amazon.sns.SnsCertificates;
import io.esimhub.channels.amazon.sns.SnsMessage;
import io.esimhub.channels.amazon.sns.SnsSignature;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.web.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/**
 * The steps of Amazon's address. Amazon itself posts to SQS only, so what comes here was forwarded: by SNS, which signs, or by a forwarder
 * of the seller's with a secret header.
 */
@Component("amazonWebhooks")
class AmazonWebhooks {

    private static final String DELIVERY = "amazonDelivery";
    private static final String SNS = "snsMessage";
    private static final String CERTIFICATE = "snsCertificate";
    private static final Duration LATER = Duration.ofMinutes(1);

    private final AmazonProperties properties;
    private final SnsCertificates certificates;
    private final AmazonInbox inbox;
    private final Cases cases;
    private final ObjectMapper json;

    AmazonWebhooks(
            AmazonProperties properties,
            SnsCertificates certificates,
            AmazonInbox inbox,
            Cases cases,
            ObjectMapper json) {
        this.properties = properties;
        this.certificates = certificates;
        this.inbox = inbox;
        this.cases = cases;
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

    /** Before anything is fetched: a topic of ours, and addresses of Amazon's. Sets {@code snsCertificateWanted}. */
    public void readSns(Exchange exchange) {
        SnsMessage message = SnsMessage.read(parse(delivery(exchange).body())).orElseThrow(AmazonWebhooks::notGenuine);
        URI certificate = SnsAddress.certificate(
                        message.fields().path("SigningCertURL").asText(""))
                .orElseThrow(AmazonWebhooks::notGenuine);
        if (!properties.topicArns().contains(message.topicArn())) {
            throw notGenuine();
        }
        exchange.setProperty(SNS, message);
        exchange.setProperty(CERTIFICATE, certificate);
        boolean wanted = certificates.find(certificate).isEmpty();
        if (wanted && !certificates.mayAsk(certificate)) {
            throw Problem.unavailable(
                    "too-many-certificates",
                    "Too many certificates were named in the last minute. Send it again.",
                    LATER);
        }
        exchange.setProperty("snsCertificateWanted", wanted);
    }

    /** Asks for the certificate, whose host is known to be SNS's. */
    public void askForCertificate(Exchange exchange) {
        get(exchange, exchange.getProperty(CERTIFICATE, URI.class));
    }

    public void keepCertificate(Exchange exchange) {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new IllegalStateException("HTTP " + answer.status());
        }
        Optional<X509Certificate> certificate =
                answer.success() ? SnsSignature.certificate(answer.body()) : Optional.empty();
        certificates.keep(exchange.getProperty(CERTIFICATE, URI.class), certificate);
    }

    public void certificateNotToBeHad() {
        throw Problem.unavailable(
                "no-certificate", "The certificate of this message could not be fetched. Send it again.", LATER);
    }

    /**
     * Sets {@code snsType}: what is to be done with a genuine message.
     *
     * @throws Problem 401 if it is not genuine
     */
    public void verifySns(Exchange exchange) {
        SnsMessage message = message(exchange);
        boolean genuine = certificates
                .find(exchange.getProperty(CERTIFICATE, URI.class))
                .flatMap(certificate -> certificate)
                .filter(certificate -> SnsSignature.matches(message, certificate))
                .isPresent();
        if (!genuine) {
            throw notGenuine();
        }
        exchange.setProperty("snsType", message.type());
    }

    /** The subscription is wanted, as its topic is in the settings. */
    public void confirmSubscription(Exchange exchange) {
        URI address = SnsAddress.subscription(
                        message(exchange).fields().path("SubscribeURL").asText(""))
                .orElseThrow(AmazonWebhooks::notGenuine);
        get(exchange, address);
    }

    /** @throws Problem 503 if SNS did not confirm: it asks again */
    public void subscriptionConfirmed(Exchange exchange) {
        if (!exchange.getMessage().getBody(HttpAnswer.class).success()) {
            throw Problem.unavailable("not-confirmed", "SNS did not confirm the subscription. Send it again.", LATER);
        }
        cases.close("channel-subscription", subject(exchange), "amazon-webhook", "subscribed");
    }

    /** Somebody ended our subscription: nothing comes any more by this way. */
    public void unsubscribed(Exchange exchange) {
        cases.open(CaseReport.of("channel-subscription", "UNSUBSCRIBED", subject(exchange))
                .failed(
                        1,
                        "the subscription of this topic was ended; subscribe "
                                + "its topic again, or remove it from the settings"));
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

    private static void get(Exchange exchange, URI address) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_URI, address.toString());
        message.setBody(null);
    }

    private static String subject(Exchange exchange) {
        return "amazon:" + message(exchange).topicArn();
    }

    private static AmazonDelivery delivery(Exchange exchange) {
        return exchange.getProperty(DELIVERY, AmazonDelivery.class);
    }

    private static SnsMessage message(Exchange exchange) {
        return exchange.getProperty(SNS, SnsMessage.class);
    }

    private static Problem notJson() {
        return Problem.badRequest("not-json", "The body is not JSON, or is nested too deep.");
    }

    private static Problem notGenuine() {
        return Problem.unauthorized("bad-signature", "This is no message that SNS signed for a topic of the settings.");
    }
}
