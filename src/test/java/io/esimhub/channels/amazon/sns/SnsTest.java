package io.esimhub.channels.amazon.sns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.esimhub.suppliers.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnsTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void genuineMessagesOfBothVersionsAreBelievedAndChangedOnesAreNot() throws IOException {
        X509Certificate certificate = SnsSignature.certificate(
                        Files.readAllBytes(Contracts.file("aws-sns/sns-signing-cert_2021-2022.pem")))
                .orElseThrow();
        JsonNode messages =
                json.readTree(Contracts.file("aws-sns/messages.json").toFile()).path("http");
        assertThat(messages).hasSize(2);
        for (JsonNode genuine : messages) {
            assertThat(SnsSignature.matches(SnsMessage.read(genuine).orElseThrow(), certificate))
                    .isTrue();
            for (String field : new String[] {"Message", "TopicArn", "Timestamp", "MessageId"}) {
                ObjectNode changed = genuine.deepCopy();
                changed.put(field, changed.path(field).asText() + "x");
                assertThat(SnsSignature.matches(SnsMessage.read(changed).orElseThrow(), certificate))
                        .as(field)
                        .isFalse();
            }
            ObjectNode late = genuine.deepCopy();
            late.put("Timestamp", "2036-01-01T00:00:00.000Z");
            assertThat(SnsSignature.matches(SnsMessage.read(late).orElseThrow(), certificate))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.us-east-2.amazonaws.com/x.pem",
                "https://sns.us-east-2.amazonaws.com.evil.example/x.pem",
                "https://evil.example/sns.us-east-2.amazonaws.com/x.pem",
                "https://sns.us-east-2.amazonaws.com@evil.example/x.pem",
                "https://user@sns.us-east-2.amazonaws.com/x.pem",
                "https://sns.us-east-2.amazonaws.com:8443/x.pem",
                "https://sns.us-east-2.amazonaws.com/x.txt",
                "https://sns.us-east-2.amazonaws.com/x.pem?y=.pem",
                "https://s3.us-east-2.amazonaws.com/x.pem",
                "https://169.254.169.254/x.pem",
                "file:///etc/passwd.pem",
                "::",
                ""
            })
    void aCertificateAnywhereElseThanAtSnsIsNotFetched(String url) {
        assertThat(SnsAddress.certificate(url)).isEmpty();
    }

    @Test
    void snsOwnAddressesAre() {
        assertThat(SnsAddress.certificate("https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem"))
                .isPresent();
        assertThat(SnsAddress.certificate("https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-1.pem"))
                .isPresent();
        assertThat(SnsAddress.subscription(
                        "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=a&Token=b"))
                .isPresent();
        assertThat(SnsAddress.subscription("https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe"))
                .isEmpty();
    }
}
