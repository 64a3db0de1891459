package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must change nothing. */
class BadInputTest extends RunningHub {

    private long before;

    @BeforeEach
    void countWhatIsThere() {
        before = inbox();
    }

    @ParameterizedTest(name = "a {0} signature")
    @CsvSource({
        "missing, ''",
        "forged, B23tXN681gZ0qIWNRrgtzBE9XSDo5yaUu6wfmhu3a7g=",
        "hexadecimal, 0badc0de0badc0de0badc0de0badc0de0badc0de0badc0de0badc0de0badc0de",
        "truncated, B23tXN681gZ0qIWNRrg=",
        "garbled, '%%% not base64 %%%'"
    })
    void aDeliveryWithoutAValidSignatureHasNoEffect(String kind, String signature) {
        Calls.Answer answer =
                SHOP.post("orders/paid", ShopOrder.paid().json(), Map.of("X-Shopify-Hmac-Sha256", signature));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("code").asText()).isEqualTo("bad-signature");
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void aValidSignatureOfAnotherBodyHasNoEffect() {
        String other = ShopOrder.paid().json();

        Calls.Answer answer = SHOP.post(
                "orders/paid",
                ShopOrder.paid().json(),
                Map.of("X-Shopify-Hmac-Sha256", Shop.sign(other.getBytes(StandardCharsets.UTF_8), Shop.SECRET)));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void theOldSecretIsStillBelievedWhileItIsBeingRotated() {
        String body = ShopOrder.paid().json();

        Calls.Answer answer = SHOP.post(
                "orders/paid",
                body,
                Map.of("X-Shopify-Hmac-Sha256", Shop.sign(body.getBytes(StandardCharsets.UTF_8), Shop.OLD_SECRET)));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aReplayedDeliveryIsAcknowledgedAndHasNoSecondEffect() {
        String body = ShopOrder.paid().json();
        Map<String, String> sameId = Map.of("X-Shopify-Webhook-Id", "replayed-" + before);
        SHOP.post("orders/paid", body, sameId);

        assertThat(SHOP.post("orders/paid", body, sameId).status()).isEqualTo(200);
        assertThat(inbox()).isEqualTo(before + 1);
    }

    @Test
    void aDeliveryReplayedUnderAnotherTopicIsRefused() {
        Calls.Answer answer =
                SHOP.post("orders/create", ShopOrder.paid().json(), Map.of("X-Shopify-Topic", "orders/paid"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asText()).isEqualTo("wrong-topic");
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void aShopThatIsNotOursIsNotBelieved() {
        Calls.Answer answer = SHOP.post(
                "orders/paid", ShopOrder.paid().json(), Map.of("X-Shopify-Shop-Domain", "other.myshopify.com"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(inbox()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Shopify-Topic", "X-Shopify-Webhook-Id", "X-Shopify-Shop-Domain"})
    void aSignedDeliveryWithoutARequiredHeaderSaysWhichOne(String header) {
        Calls.Answer answer = SHOP.post("orders/paid", ShopOrder.paid().json(), Map.of(header, ""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().findValuesAsText("field")).containsExactly(header);
        assertThat(inbox()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": 1", "not json at all", "[1,2", "\u0000"})
    void aSignedBodyThatIsNotJsonIsRefusedAndNotKept(String body) {
        assertThat(SHOP.post("orders/paid", body).status()).isEqualTo(400);
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void aBodyNestedTenThousandLevelsDeepIsRefused() {
        assertThat(SHOP.post("orders/paid", "[".repeat(10_000) + "]".repeat(10_000))
                        .status())
                .isEqualTo(400);
        assertThat(SHOP.post("orders/paid", "{\"id\":1,\"note\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                        .status())
                .isEqualTo(400);
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void aDeliveryWithoutABodyIsNotBelieved() {
        assertThat(SHOP.post("orders/paid", "").status()).isEqualTo(401);
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void aBodyOfOneByteMoreThanAMebibyteIsTooLarge() {
        String order = ShopOrder.paid().json();
        String tooLarge = order + " ".repeat((1 << 20) + 1 - order.length());

        assertThat(SHOP.post("orders/paid", tooLarge).status()).isEqualTo(413);
        assertThat(SHOP.post("orders/paid", tooLarge.substring(1)).status()).isNotEqualTo(413);
    }

    @Test
    void aChunkedBodyWithoutALengthIsTakenLikeAnyOtherAndHasTheSameLimit() {
        ShopOrder order = ShopOrder.paid();
        assertThat(chunked(order.json().getBytes(StandardCharsets.UTF_8))).isEqualTo(200);
        awaitState(order.id(), "DELIVERED");

        assertThat(chunked(" ".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(413);
    }

    @Test
    void aFormContentTypeDoesNotSpoilTheRawBytes() {
        ShopOrder order = ShopOrder.paid();

        Calls.Answer answer =
                SHOP.post("orders/paid", order.json(), Map.of("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(answer.status()).isEqualTo(200);
        awaitState(order.id(), "DELIVERED");
    }

    @Test
    void aBodyOfAnotherTopicIsAcknowledgedKeptAndShownToAPerson() {
        String refund = "{\"id\": 7, \"order_id\": 8, \"refund_line_items\": []}";

        assertThat(SHOP.post("orders/paid", refund).status()).isEqualTo(200);

        assertThat(inbox()).isEqualTo(before + 1);
        long event = jdbc.sql("select max(id) from operations.inbox")
                .query(Long.class)
                .single();
        Waiting.until(
                () -> CALLS.get("/api/v1/ops/cases?kind=dead-letter").findValuesAsText("subject"),
                subjects -> subjects.contains("inbox:" + event));
    }

    @Test
    void aCatalogWithUnknownSupplierNegativePriceAndMisspeltFieldNamesEachOfThemAndImportsNothing() {
        String catalog =
                """
                {"products": [
                  {"sku": "ESIM-GOOD", "name": "Good", "kind": "esim", "countries": ["GB"], "variants": []},
                  {"sku": "ESIM-BAD", "name": "Bad", "kind": "gift", "countries": ["XX"], "dataMB": 5,
                   "retailPrice": {"amount": "-1.00", "currency": "USD"},
                   "variants": [{"supplier": "nobody", "supplierSku": "x", "cost": {"amount": "1", "currency": "ZZZ"}}]}]}""";

        Calls.Answer answer = CALLS.ops("PUT", "/api/v1/ops/catalog", catalog);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "products[1].kind",
                        "products[1].countries[0]",
                        "products[1].dataMB",
                        "products[1].retailPrice.amount",
                        "products[1].variants[0].supplier",
                        "products[1].variants[0].cost.currency");
        assertThat(jdbc.sql("select count(*) from catalog.products where sku = 'ESIM-GOOD'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theReplayOfAnUnknownCaseIsNotFound() {
        assertThat(CALLS.ops("POST", "/api/v1/ops/cases/999999/replay", null).status())
                .isEqualTo(404);
        assertThat(CALLS.ops("POST", "/api/v1/ops/cases/abc/replay", null).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/ops/orders",
                "/api/v1/ops/cases",
                "/api/v1/ops/purchases",
                "/api/v1/ops/nothing",
                "/actuator/prometheus"
            })
    void withoutALoginNothingIsShown(String path) {
        Calls.Answer answer = CALLS.send("GET", path, null, Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("status").asInt()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1000", "limit=x", "after=x"})
    void aListAskedForWithABadParameterSaysWhich(String query) {
        Calls.Answer answer = CALLS.ops("GET", "/api/v1/ops/orders?" + query, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().findValuesAsText("field")).containsExactly(query.split("=")[0]);
    }

    private long inbox() {
        return jdbc.sql("select count(*) from operations.inbox")
                .query(Long.class)
                .single();
    }

    private int chunked(byte[] body) {
        return CALLS.send(HttpRequest.newBuilder(URI.create(CALLS.base() + "/webhooks/shopify/orders/paid"))
                        .header("X-Shopify-Topic", "orders/paid")
                        .header("X-Shopify-Shop-Domain", Shop.DOMAIN)
                        .header("X-Shopify-Webhook-Id", "chunked-" + body.length)
                        .header("X-Shopify-Hmac-Sha256", Shop.sign(body, Shop.SECRET))
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .build())
                .status();
    }
}
