package io.esimhub.channels.ebay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.Payment;
import io.esimhub.suppliers.Contracts;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** eBay's own vectors, and what was observed of it. */
class EbayContractTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theVectorOfTheSdkIsSignedAndNothingElseIs() throws IOException {
        JsonNode vectors = json.readTree(
                Contracts.file("ebay/event-notification-nodejs-sdk_test.json").toFile());
        for (String name : new String[] {"VALID", "INVALID", "SIGNATURE_MISMATCH"}) {
            JsonNode vector = vectors.path(name);
            byte[] body = json.writeValueAsBytes(vector.path("message"));
            Optional<EbaySignature> signature =
                    EbaySignature.read(vector.path("signature").asText(), json);
            EbayKey key = EbayKey.read(vector.path("response")).orElseThrow();

            assertThat(signature.filter(it -> it.signs(body, key)).isPresent())
                    .as(name)
                    .isEqualTo(name.equals("VALID"));
        }
    }

    /** eBay's SDKs write the body anew before they verify; the bytes that came are what was signed. */
    @Test
    void theSameJsonInOtherBytesIsNotSigned() throws IOException {
        JsonNode vector = json.readTree(Contracts.file("ebay/event-notification-nodejs-sdk_test.json")
                        .toFile())
                .path("VALID");
        byte[] pretty = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(vector.path("message"));
        EbaySignature signature =
                EbaySignature.read(vector.path("signature").asText(), json).orElseThrow();

        assertThat(signature.signs(pretty, EbayKey.read(vector.path("response")).orElseThrow()))
                .isFalse();
    }

    @Test
    void theChallengesAreAnsweredAsEbayExpects() throws IOException {
        for (JsonNode vector : json.readTree(
                        Contracts.file("ebay/challenge-vectors.json").toFile())
                .path("vectors")) {
            EbayProperties properties = new EbayProperties(
                    "ebay",
                    "https://api.ebay.com",
                    "client",
                    "secret",
                    "refresh",
                    vector.path("verificationToken").asText(),
                    vector.path("endpoint").asText(),
                    null,
                    null,
                    null,
                    null,
                    true);
            EbayWebhooks webhooks = new EbayWebhooks(properties, null, null, json, null);

            assertThat(webhooks.challenge(vector.path("challengeCode").asText()))
                    .containsEntry(
                            "challengeResponse",
                            vector.path("challengeResponse").asText());
        }
    }

    @Test
    void theObservedNotificationsNameTheirOrders() throws IOException {
        JsonNode observed = json.readTree(
                Contracts.file("ebay/order_confirmation_observed_REDACTED.json").toFile());
        for (String name : new String[] {"notification_single_line", "notification_two_lines"}) {
            EbayNotification notification =
                    EbayNotification.read(observed.path(name)).orElseThrow();

            assertThat(notification.topic()).isEqualTo("ORDER_CONFIRMATION");
            assertThat(notification.orderId()).matches("1[39]-00000-0000[12]");
        }
    }

    @Test
    void theObservedOrderIsRead() throws IOException {
        JsonNode observed = json.readTree(
                Contracts.file("ebay/order_confirmation_observed_REDACTED.json").toFile());

        OrderSnapshot order = EbayOrderReader.read("ebay", observed.path("getOrder_response_for_first"));

        assertThat(order.payment()).isEqualTo(Payment.PAID);
        assertThat(order.customer().email()).contains("0123456789abcdef0123@members.ebay.com");
        assertThat(order.total().orElseThrow().amount()).isEqualByComparingTo("4085");
        assertThat(order.hold()).isEmpty();
        assertThat(order.lines()).hasSize(1);
        assertThat(order.lines().get(0).quantity()).isEqualTo(19);
        assertThat(order.lines().get(0).unitPrice().orElseThrow().amount()).isEqualByComparingTo("215");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "e30=",
                "not base64 at all",
                "eyJraWQiOiIuLi8uLi9hZG1pbiIsInNpZ25hdHVyZSI6IkFBQUEifQ=="
            })
    void aHeaderWhoseKeyIsNoUuidIsNoSignature(String header) {
        assertThat(EbaySignature.read(header, json)).isEmpty();
    }

    @Test
    void aKeyOfAnotherKindIsNotUsed() {
        JsonNode rsa = json.createObjectNode()
                .put("key", "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----")
                .put("algorithm", "RSA")
                .put("digest", "SHA1");
        JsonNode md5 = json.createObjectNode()
                .put("key", "x")
                .put("algorithm", "ECDSA")
                .put("digest", "MD5");

        assertThat(EbayKey.read(rsa)).isEmpty();
        assertThat(EbayKey.read(md5)).isEmpty();
    }
}
