package io.esimhub.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.esimhub.channels.UnreadableEvent;
import io.esimhub.orders.OrderRefund;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.suppliers.Contracts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shopify's published examples of the topics, read by our readers. */
class ShopifySamplesTest {

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"orders_create", "orders_paid", "orders_updated", "orders_cancelled"})
    void anOrderIsRead(String topic) throws IOException {
        OrderSnapshot order = ShopifyOrderReader.read("a.myshopify.com", read(topic, ShopifyOrder.class));

        assertThat(order.identity().externalId()).matches("[0-9]+");
        assertThat(order.lines()).isNotEmpty();
        assertThat(order.test()).isTrue();
    }

    @Test
    void aRefundIsReadWithItsUnits() throws IOException {
        OrderRefund refund = ShopifyRefundReader.read("a.myshopify.com", read("refunds_create", ShopifyRefund.class));

        assertThat(refund.lines().values()).isNotEmpty().allMatch(units -> units > 0);
    }

    @Test
    void anEditNamesItsOrder() throws IOException {
        assertThat(read("orders_edited", ShopifyEdit.class).edit().orderId()).matches("[0-9]+");
    }

    @ParameterizedTest
    @CsvSource({"customers_redact,3", "customers_data_request,3", "shop_redact,0"})
    void whatTheLawDemandsIsRead(String topic, int orders) throws IOException {
        ShopifyPersonRequest request = read(topic, ShopifyPersonRequest.class);

        assertThat(request.shopDomain()).isNotBlank();
        List<String> named = request.ordersToRedact() != null ? request.ordersToRedact() : request.ordersRequested();
        assertThat(named == null ? 0 : named.size()).isEqualTo(orders);
    }

    @Test
    void everyVectorOfTheSignatureIsJudgedAsItsAuthorsDo() throws IOException {
        JsonNode vectors = json.readTree(
                        Contracts.file("shopify/hmac-vectors.json").toFile())
                .path("vectors");
        for (JsonNode vector : vectors) {
            if (vector.path("expected").isBoolean()) {
                boolean matches = ShopifySignature.matches(
                        vector.path("body").asText().getBytes(StandardCharsets.UTF_8),
                        vector.path("hmac").asText(),
                        List.of(vector.path("secret").asText()));
                assertThat(matches)
                        .as(vector.path("source").asText())
                        .isEqualTo(vector.path("expected").asBoolean());
            }
        }
        assertThat(vectors).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gid://shopify/Product/1", "9", "", "gid://shopify/Order/", "gid://shopify/Order/1x"})
    void anIdOfSomethingElseIsNoOrder(String gid) {
        Assertions.assertThatThrownBy(() -> ShopifyGid.read("Order", gid)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void anIdBeyondTwoToTheFiftyThreeKeepsEveryDigit() {
        assertThat(ShopifyGid.read("Order", "gid://shopify/Order/9007199254740993")
                        .number())
                .isEqualTo("9007199254740993");
        assertThat(new ShopifyGid("Order", "9007199254740993").text())
                .isEqualTo("gid://shopify/Order/9007199254740993");
    }

    private <T> T read(String topic, Class<T> shape) throws IOException {
        JsonNode sample = json.readTree(Files.readAllBytes(Contracts.file("shopify/webhooks/" + topic + ".json")));
        return json.treeToValue(sample.path("response"), shape);
    }
}
