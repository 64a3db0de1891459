package io.esimhub.channels.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.esimhub.channels.amazon.sns.SnsCertificates;
import io.esimhub.channels.amazon.sns.SnsSignature;
import io.esimhub.operations.web.Problem;
import io.esimhub.suppliers.Contracts;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Genuine messages of AWS, and what is made of them. Their certificate is kept already, so nothing is fetched. */
class SnsDoorTest {

    private final ObjectMapper json = new ObjectMapper();
    private JsonNode genuine;
    private SnsDoor door;

    @BeforeEach
    void aTopicIsConfigured() throws Exception {
        genuine = json.readTree(Contracts.file("aws-sns/messages.json").toFile())
                .path("http")
                .path(0);
        Constructor<SnsCertificates> maker = SnsCertificates.class.getDeclaredConstructor(Clock.class);
        maker.setAccessible(true);
        SnsCertificates certificates = maker.newInstance(Clock.systemUTC());
        certificates.keep(
                URI.create(genuine.path("SigningCertURL").asText()),
                SnsSignature.certificate(Files.readAllBytes(Contracts.file("aws-sns/sns-signing-cert_2021-2022.pem"))));
        door = new SnsDoor(properties(List.of(genuine.path("TopicArn").asText())), certificates, null, json);
    }

    @Test
    void aGenuineMessageOfAConfiguredTopicIsBelieved() throws IOException {
        Exchange exchange = came(genuine);

        door.readSns(exchange);
        assertThat(exchange.getProperty("snsCertificateWanted", Boolean.class)).isFalse();
        door.verifySns(exchange);

        assertThat(exchange.getProperty("snsType")).isEqualTo("Notification");
    }

    @Test
    void aChangedMessageIsNot() throws IOException {
        ObjectNode changed = genuine.deepCopy();
        changed.put("Message", "Hello, thief");
        Exchange exchange = came(changed);
        door.readSns(exchange);

        assertThatThrownBy(() -> door.verifySns(exchange)).isInstanceOf(Problem.class);
    }

    @Test
    void anotherTopicIsRefusedBeforeAnythingIsFetched() throws IOException {
        ObjectNode other = genuine.deepCopy();
        other.put("TopicArn", "arn:aws:sns:us-east-2:1:somebody-elses");

        assertThatThrownBy(() -> door.readSns(came(other))).isInstanceOf(Problem.class);
    }

    @Test
    void aCertificateElsewhereIsRefusedBeforeAnythingIsFetched() throws IOException {
        ObjectNode forged = genuine.deepCopy();
        forged.put("SigningCertURL", "https://sns.us-east-2.amazonaws.com.evil.example/x.pem");

        assertThatThrownBy(() -> door.readSns(came(forged))).isInstanceOf(Problem.class);
    }

    @Test
    void aSubscriptionIsOnlyConfirmedAtSnsItself() throws IOException {
        ObjectNode subscription = genuine.deepCopy();
        subscription.put("SubscribeURL", "http://169.254.169.254/latest/meta-data?Action=ConfirmSubscription");
        Exchange exchange = came(subscription);
        door.readSns(exchange);

        assertThatThrownBy(() -> door.confirmSubscription(exchange)).isInstanceOf(Problem.class);
    }

    private Exchange came(JsonNode message) throws IOException {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(
                "amazonDelivery", new AmazonDelivery("Notification", null, json.writeValueAsBytes(message)));
        return exchange;
    }

    private static AmazonProperties properties(List<String> topics) {
        return new AmazonProperties(
                "amazon",
                null,
                List.of(),
                "https://example.com",
                "https://example.com",
                null,
                null,
                null,
                "2026-01-01",
                null,
                null,
                null,
                null,
                "X-Auth-Token",
                null,
                topics,
                Duration.ofMinutes(3),
                Duration.ofMinutes(10),
                Duration.ofSeconds(3),
                Duration.ofSeconds(15),
                new AmazonProperties.Confirm(true, "Other", "E-mail", "Electronic delivery", "order-number"));
    }
}
