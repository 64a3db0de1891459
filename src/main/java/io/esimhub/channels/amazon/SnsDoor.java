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
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps of a message of SNS: whether it is genuine, and what it is for. Nothing is fetched but from Amazon's own hosts. */
@Component("snsDoor")
class SnsDoor {

    private static final String SNS = "snsMessage";
    private static final String CERTIFICATE = "snsCertificate";
    private static final Duration LATER = Duration.ofMinutes(1);

    private final AmazonProperties properties;
    private final SnsCertificates certificates;
    private final Cases cases;
    private final ObjectMapper json;

    SnsDoor(AmazonProperties properties, SnsCertificates certificates, Cases cases, ObjectMapper json) {
        this.properties = properties;
        this.certificates = certificates;
        this.cases = cases;
        this.json = json;
    }

    /** Before anything is fetched: a topic of ours, and addresses of Amazon's. Sets {@code snsCertificateWanted}. */
    public void readSns(Exchange exchange) {
        SnsMessage message =
                SnsMessage.read(parse(AmazonWebhooks.delivery(exchange).body())).orElseThrow(SnsDoor::notGenuine);
        URI certificate = SnsAddress.certificate(
                        message.fields().path("SigningCertURL").asText(""))
                .orElseThrow(SnsDoor::notGenuine);
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
                .orElseThrow(SnsDoor::notGenuine);
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

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException unreadable) {
            throw notGenuine();
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

    private static SnsMessage message(Exchange exchange) {
        return exchange.getProperty(SNS, SnsMessage.class);
    }

    private static Problem notGenuine() {
        return Problem.unauthorized("bad-signature", "This is no message that SNS signed for a topic of the settings.");
    }
}
