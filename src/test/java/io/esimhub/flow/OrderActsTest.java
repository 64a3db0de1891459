package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.orders.OrderIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class OrderActsTest extends RunningHub {

    private static final String SKU = "ESIM-GB-1GB-7D";

    @Autowired
    ScriptedChannel market;

    @Autowired
    Inbox inbox;

    private final OrderIdentity order = ScriptedChannel.order("deaf");

    @Test
    void anOrderWithoutAnAddressIsDeliveredWhenAnOperatorGivesOne() throws Exception {
        ShopOrder nameless = ShopOrder.paid(SKU, 1).with("email", "");
        SHOP.post("orders/paid", nameless);
        JsonNode waiting = awaitState(nameless.id(), "NEEDS_ATTENTION");
        String address = "given." + nameless.id() + "@example.com";

        assertThat(act(waiting, "resend", "{\"reason\":\"asked by phone\"}").status())
                .isEqualTo(422);
        assertThat(act(waiting, "resend", "{\"reason\":\"asked by phone\",\"to\":\"nobody\"}")
                        .status())
                .isEqualTo(422);
        assertThat(act(waiting, "resend", "{\"reason\":\"asked by phone\",\"to\":\"" + address + "\"}")
                        .status())
                .isEqualTo(202);

        JsonNode delivered = awaitState(nameless.id(), "DELIVERED");
        assertThat(mailsTo(address)).hasSize(1);
        JsonNode told = Waiting.of(
                delivered.path("timeline"),
                entry -> entry.path("event").asText().equals("mailed once more"));
        assertThat(told.path("by").asText()).isEqualTo("ops");
        assertThat(told.path("details").path("reason").asText()).isEqualTo("asked by phone");
        assertThat(told.toString()).doesNotContain(address);
    }

    @Test
    void whatWasMailedIsMailedAgainUnderAnotherMessageIdAndNothingIsBoughtForIt() throws Exception {
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 2, 0));
        JsonNode delivered = await("DELIVERED");

        Calls.Answer answer = act(delivered, "resend", "{\"reason\":\"lost his phone\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("esims").asInt()).isEqualTo(2);
        var mails = Waiting.until(() -> mailsTo(email()), sent -> sent.size() == 2);
        assertThat(mails.get(0).getMessageID()).isNotEqualTo(mails.get(1).getMessageID());
        JsonNode again = await("DELIVERED");
        assertThat(units(again)).containsExactly("SENT", "SENT");
        assertThat(purchasesOf(again)).hasSize(1);
    }

    @Test
    void aRepeatedRequestWithTheSameKeyIsDoneOnce() {
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));
        JsonNode delivered = await("DELIVERED");
        String key = UUID.randomUUID().toString();

        Calls.Answer first = act(delivered, "resend", "{\"reason\":\"again\"}", key);
        Calls.Answer second = act(delivered, "resend", "{\"reason\":\"again\"}", key);
        Calls.Answer other = act(delivered, "resend", "{\"reason\":\"something else\"}", key);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().toString()).contains("Idempotency-Key");
        Waiting.until(() -> mailsTo(email()), sent -> sent.size() == 2);
        await("DELIVERED");
        assertThat(mailsTo(email())).hasSize(2);
    }

    @Test
    void anOperatorsCancelEndsTheOrderWhateverTheChannelSaysNext() {
        market.tell(inbox, ScriptedChannel.held(order, SKU, 2, 0));
        JsonNode held = await("NEEDS_ATTENTION");

        assertThat(act(held, "cancel", "{\"reason\":\"fraud\"}").status()).isEqualTo(202);
        assertThat(act(held, "cancel", "{\"reason\":\"fraud\"}").status()).isEqualTo(202);

        JsonNode cancelled = await("CANCELLED");
        assertThat(units(cancelled)).containsExactly("DROPPED", "DROPPED");
        assertThat(events(cancelled)).containsOnlyOnce("cancelled by an operator");
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 3, 9));
        Waiting.until(
                () -> events(order(ScriptedChannel.CODE, order.externalId())),
                events -> events.contains("order event"));
        JsonNode still = order(ScriptedChannel.CODE, order.externalId());
        assertThat(still.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(purchasesOf(still)).isEmpty();
        assertThat(act(still, "resend", "{\"reason\":\"x\"}").status()).isEqualTo(409);
    }

    @Test
    void aCancelAfterTheMailOffersTheEsimForReturn() {
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));
        JsonNode delivered = await("DELIVERED");

        act(delivered, "cancel", "{\"reason\":\"paid back by the shop\"}");

        JsonNode refunded = await("REFUNDED");
        assertThat(units(refunded)).containsExactly("DROPPED");
        assertThat(refunded.path("lines")
                        .path(0)
                        .path("units")
                        .path(0)
                        .path("cancellation")
                        .isObject())
                .isTrue();
    }

    @Test
    void aHeldOrderGoesOnWhenItIsReleasedAndOnlyThen() {
        market.tell(inbox, ScriptedChannel.held(order, SKU, 1, 0));
        JsonNode held = await("NEEDS_ATTENTION");

        assertThat(act(held, "release", "{\"reason\":\"called the customer\"}").status())
                .isEqualTo(202);

        JsonNode delivered = await("DELIVERED");
        assertThat(delivered.path("cases").findValuesAsText("state")).containsOnly("CLOSED");
        assertThat(act(delivered, "release", "{\"reason\":\"again\"}").status()).isEqualTo(409);
    }

    @Test
    void retryTakesParkedUnitsUpAgain() {
        market.tell(inbox, ScriptedChannel.paid(order, "ESIM-NOT-IN-THE-CATALOG", 1, 0));
        JsonNode parked = await("NEEDS_ATTENTION");

        Calls.Answer answer = act(parked, "retry", "{\"reason\":\"the supplier says it is mended\"}");

        assertThat(answer.status()).isEqualTo(202);
        Waiting.until(
                () -> events(order(ScriptedChannel.CODE, order.externalId())),
                events -> events.contains("tried again"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resend", "retry", "cancel", "release"})
    void withoutAReasonOrAnOrderNothingIsDone(String verb) {
        assertThat(CALLS.ops("POST", "/api/v1/ops/orders/EH-1/" + verb, "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(CALLS.ops("POST", "/api/v1/ops/orders/EH-1/" + verb, "{}").status())
                .isEqualTo(422);
        assertThat(CALLS.ops("POST", "/api/v1/ops/orders/EH-1/" + verb, "{").status())
                .isEqualTo(400);
        assertThat(CALLS.send("POST", "/api/v1/ops/orders/EH-1/" + verb, new byte[0], Map.of())
                        .status())
                .isEqualTo(401);
    }

    private Calls.Answer act(JsonNode shown, String verb, String body) {
        return CALLS.ops("POST", "/api/v1/ops/orders/" + shown.path("number").asText() + "/" + verb, body);
    }

    private Calls.Answer act(JsonNode shown, String verb, String body, String key) {
        String login = "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes(StandardCharsets.UTF_8));
        return CALLS.send(
                "POST",
                "/api/v1/ops/orders/" + shown.path("number").asText() + "/" + verb,
                body.getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", login, "Content-Type", "application/json", "Idempotency-Key", key));
    }

    private String email() {
        return "m" + order.externalId() + "@example.com";
    }

    private JsonNode await(String state) {
        return awaitState(ScriptedChannel.CODE, order.externalId(), state);
    }
}
