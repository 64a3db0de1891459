package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is not who he says he is, or sends what nobody can read, changes nothing. */
class ChannelDoorsTest extends RunningHub {

    private static final String TOKEN = "local-amazon-token";

    private long before;

    @BeforeEach
    void countWhatIsThere() {
        before = rows();
    }

    @Test
    void amazonWithoutTheTokenIsNotLetIn() {
        assertThat(amazon(notification("Unshipped"), Map.of()).status()).isEqualTo(401);
        assertThat(amazon(notification("Unshipped"), Map.of("X-Auth-Token", "guessed"))
                        .status())
                .isEqualTo(401);
        // no topic is configured, so a message of SNS is nobody's
        assertThat(amazon("{\"Type\":\"Notification\"}", Map.of("x-amz-sns-message-type", "Notification"))
                        .status())
                .isEqualTo(401);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void amazonsBodyThatIsNotJsonIsRefused() {
        assertThat(amazon("<html>", Map.of("X-Auth-Token", TOKEN)).status()).isEqualTo(400);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aNotificationOfAnotherShapeIsKeptAndShownToAPerson() {
        String shapeless = "{\"NotificationType\":\"ORDER_CHANGE\",\"NotificationMetadata\":{\"NotificationId\":\""
                + UUID.randomUUID() + "\"},\"Payload\":{}}";

        assertThat(amazon(shapeless, Map.of("X-Auth-Token", TOKEN)).status()).isEqualTo(200);

        Waiting.until(this::deadLetters, cases -> cases.contains("AmazonOrderId is missing"));
    }

    @Test
    void aNotificationThatIsADoubleEncodedTextIsRead() {
        String quoted = Shop.json(notification("Pending"));

        assertThat(amazon(quoted, Map.of("X-Auth-Token", TOKEN)).status()).isEqualTo(200);

        Waiting.until(
                () -> jdbc.sql("select count(*) from operations.inbox where note = 'PENDING' and body = ?")
                        .param(quoted.getBytes(StandardCharsets.UTF_8))
                        .query(Long.class)
                        .single(),
                found -> found == 1);
    }

    @Test
    void theSameNotificationByTwoDoorsIsOneEvent() {
        String body = notification("Pending");
        amazon(body, Map.of("X-Auth-Token", TOKEN));
        amazon(body, Map.of("X-Auth-Token", TOKEN));

        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void ebaysChallengeIsAnswered() {
        JsonNode answer = CALLS.send("GET", "/webhooks/ebay?challenge_code=abc", null, Map.of())
                .body();

        assertThat(answer.path("challengeResponse").asText()).matches("[0-9a-f]{64}");
        assertThat(CALLS.send("GET", "/webhooks/ebay", null, Map.of()).status()).isEqualTo(400);
        assertThat(CALLS.send("GET", "/webhooks/ebay?challenge_code=" + "x".repeat(300), null, Map.of())
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "eyJraWQiOiIuLi8uLiIsInNpZ25hdHVyZSI6IkFBQUEifQ=="})
    void ebayWithoutASignatureIsNotLetIn(String header) {
        assertThat(ebay("{\"metadata\":{\"topic\":\"ORDER_CONFIRMATION\"}}", header)
                        .status())
                .isEqualTo(401);
        assertThat(rows()).isEqualTo(before);
    }

    /** Ten keys that eBay does not know are asked for; then it is too many, for a minute. */
    @Test
    void aStormOfUnknownKeysIsNotAStormOfQuestions() {
        int unauthorized = 0;
        int later = 0;
        for (int i = 0; i < 40; i++) {
            Calls.Answer answer = ebay("{}", header(UUID.randomUUID()));
            unauthorized += answer.status() == 401 ? 1 : 0;
            later += answer.status() == 503 ? 1 : 0;
        }

        assertThat(unauthorized + later).isEqualTo(40);
        assertThat(unauthorized).isLessThanOrEqualTo(20);
        assertThat(later).isPositive();
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/unknown", "orders/delete", "products/create"})
    void aTopicThatIsNotOursHasNoAddress(String topic) {
        Calls.Answer answer = SHOP.post(topic, "{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("detail").asText()).contains("refunds/create");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void anEditOfAShopThatCannotBeAskedIsShownToAPerson() {
        SHOP.post("orders/edited", "{\"order_edit\":{\"id\":1,\"order_id\":" + System.nanoTime() + "}}");

        Waiting.until(this::deadLetters, cases -> cases.contains("NO_ADMIN_ACCESS"));
    }

    @Test
    void aPaymentStatusThatIsNewToUsIsNoMoney() {
        ShopOrder order = ShopOrder.paid().with("financial_status", "paid_in_shells");
        SHOP.post("orders/paid", order);

        assertThat(awaitState(order.id(), "AWAITING_PAYMENT").path("payment").asText())
                .isEqualTo("UNPAID");
    }

    private String deadLetters() {
        return CALLS.get("/api/v1/ops/cases?kind=dead-letter&limit=200").toString();
    }

    private Calls.Answer amazon(String body, Map<String, String> headers) {
        return CALLS.send("POST", "/webhooks/amazon", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private Calls.Answer ebay(String body, String signature) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (!signature.isEmpty()) {
            headers.put("X-EBAY-SIGNATURE", signature);
        }
        return CALLS.send("POST", "/webhooks/ebay", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String header(UUID kid) {
        return Base64.getEncoder()
                .encodeToString(
                        ("{\"alg\":\"ecdsa\",\"kid\":\"" + kid + "\",\"signature\":\"MEUCIQ==\",\"digest\":\"SHA1\"}")
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static String notification(String status) {
        return """
                {"NotificationVersion":"1.0","NotificationType":"ORDER_CHANGE","PayloadVersion":"1.0","EventTime":"2026-11-25T10:00:00Z",
                 "Payload":{"OrderChangeNotification":{"NotificationLevel":"OrderLevel","SellerId":"A1","AmazonOrderId":"202-0000001-0000001",
                  "OrderChangeType":"OrderStatusChange","OrderChangeTrigger":{"TimeOfOrderChange":null,"ChangeReason":"x"},
                  "Summary":{"MarketplaceId":"A1F83G8C2ARO7P","OrderStatus":"%s","PurchaseDate":"2026-11-25T10:00:00Z",
                   "DestinationPostalCode":null,"FulfillmentType":"MFN","OrderType":"StandardOrder","OrderItems":[]}}},
                 "NotificationMetadata":{"ApplicationId":"a","SubscriptionId":"s","PublishTime":"2026-11-25T10:00:00Z","NotificationId":"%s"}}"""
                .formatted(status, UUID.randomUUID());
    }

    private long rows() {
        return jdbc.sql("select count(*) from operations.inbox where topic <> 'getOrders' and topic <> 'searchOrders'")
                .query(Long.class)
                .single();
    }
}
