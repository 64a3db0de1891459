package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of the sandbox's channels, from their real notifications to the channel that knows what was sent. */
class ThreeChannelsTest extends RunningHub {

    @ParameterizedTest
    @ValueSource(strings = {"shopify", "amazon", "ebay"})
    void anOrderIsBoughtMailedAndItsChannelKnows(String channel) {
        JsonNode placed = place(channel, "{\"items\":[{\"sku\":\"ESIM-GB-1GB-7D\",\"quantity\":2},{\"sku\":\"MUG\"}]}");
        String id = placed.path("orderId").asText();

        JsonNode order = awaitTold(channel, id);

        assertThat(order.path("state").asText()).isEqualTo("DELIVERED");
        assertThat(order.path("customer").path("email").asText())
                .isEqualTo(placed.path("email").asText());
        assertThat(mailsTo(placed.path("email").asText())).hasSize(1);
        JsonNode known = CALLS.get("/sandbox/orders/" + channel + "/" + id);
        assertThat(fulfilled(known)).containsExactly(2, 0);
    }

    @ParameterizedTest
    @CsvSource({
        // what remains is read first, then it is told
        "shopify, /admin/api, 1",
        "amazon, /orders/v0/orders, 0",
        "ebay, /sell/fulfillment/v1/order, 0",
    })
    void whatTheChannelDidAndDidNotSayIsNotDoneTwice(String channel, String path, int skip) {
        SANDBOX.misbehave(
                """
                {"supplier":"%s","method":"POST","path":"%s","fault":"lost-answer","times":1,"skip":%d}"""
                        .formatted(channel, path, skip));
        double failed = failedRuns();
        String id = place(channel, "{\"items\":[{\"sku\":\"ESIM-GB-1GB-7D\",\"quantity\":2}]}")
                .path("orderId")
                .asText();

        awaitTold(channel, id);

        assertThat(fulfilled(CALLS.get("/sandbox/orders/" + channel + "/" + id)))
                .containsExactly(2);
        assertThat(failedRuns()).as("the answer was really lost").isGreaterThan(failed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopify", "amazon", "ebay"})
    void aPageOfHtmlInsteadOfAnAnswerIsAskedAgain(String channel) {
        // the page is for the run that reads the order, not for a look at the channel's list
        jdbc.sql("update operations.turns set next_at = clock_timestamp() + interval '5 seconds' where name = ?")
                .param("poll-" + channel)
                .update();
        SANDBOX.misbehave("{\"supplier\":\"" + channel + "\",\"fault\":\"html\",\"times\":1}");
        double failed = failedRuns();

        String id = place(channel, "{}").path("orderId").asText();

        assertThat(awaitTold(channel, id).path("state").asText()).isEqualTo("DELIVERED");
        assertThat(failedRuns()).isGreaterThan(failed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopify", "amazon", "ebay"})
    void anOrderThatIsNotPaidWaits(String channel) {
        String id = place(channel, "{\"paid\":false}").path("orderId").asText();

        if (channel.equals("amazon")) {
            Waiting.until(() -> notRelevant(id), note -> note.contains("PENDING"));
            assertThat(order(channel, id).isMissingNode()).isTrue();
        } else {
            assertThat(awaitState(channel, id, "AWAITING_PAYMENT").path("lines"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopify", "amazon", "ebay"})
    void anOrderWithoutAnAddressWaitsForAPerson(String channel) {
        String id = place(channel, "{\"email\":\"\"}").path("orderId").asText();

        JsonNode waiting = awaitState(channel, id, "NEEDS_ATTENTION");

        assertThat(waiting.path("reason").asText()).isEqualTo("NO_EMAIL");
    }

    @Test
    void aCancellationAtEbayIsFoundByReadingItsList() {
        String id = place("ebay", "{\"paid\":false}").path("orderId").asText();
        awaitState("ebay", id, "AWAITING_PAYMENT");

        CALLS.ops("POST", "/sandbox/orders/ebay/" + id + "/cancel", "");

        awaitState("ebay", id, "CANCELLED");
    }

    @Test
    void unitsThatShopifyRefundsAreNotOwedAnyMoreAndEditsChangeWhatIs() {
        String id = place("shopify", "{\"items\":[{\"sku\":\"ESIM-GB-1GB-7D\",\"quantity\":3}]}")
                .path("orderId")
                .asText();
        awaitTold("shopify", id);

        act(id, "refund", "{\"lines\":[{\"sku\":\"ESIM-GB-1GB-7D\",\"quantity\":1}],\"amount\":\"4.50\"}");
        Waiting.until(() -> units(order("shopify", id)), states -> states.equals(List.of("SENT", "SENT", "DROPPED")));
        act(id, "edit", "{\"lines\":[{\"sku\":\"ESIM-GB-1GB-7D\",\"quantity\":4}]}");

        JsonNode edited = Waiting.until(() -> order("shopify", id), shown -> units(shown)
                .equals(List.of("SENT", "SENT", "DROPPED", "SENT", "SENT")));
        assertThat(edited.path("refunds")).hasSize(1);
        assertThat(edited.path("lines").path(0).path("quantity").asInt()).isEqualTo(4);
    }

    @Test
    void whatTheMerchantFulfilledHimselfCountsAsTold() {
        String id = place("shopify", "{\"paid\":false}").path("orderId").asText();
        awaitState("shopify", id, "AWAITING_PAYMENT");
        act(id, "fulfill", "");
        Waiting.until(() -> fulfilled(CALLS.get("/sandbox/orders/shopify/" + id)), known -> known.equals(List.of(1)));

        assertThat(order("shopify", id).path("cases")).isEmpty();
    }

    @Test
    void aRiskyOrderWaitsForAPersonAndGoesOnWhenItIsReleased() {
        String id = place("shopify", "{\"email\":\"risky" + System.nanoTime() + "@example.com\"}")
                .path("orderId")
                .asText();
        JsonNode held = awaitState("shopify", id, "NEEDS_ATTENTION");
        assertThat(held.path("reason").asText()).isEqualTo("RISK");
        assertThat(purchasesOf(held)).isEmpty();

        CALLS.ops(
                "POST",
                "/api/v1/ops/orders/" + held.path("number").asText() + "/release",
                "{\"reason\":\"called the bank\"}");

        assertThat(awaitTold("shopify", id).path("state").asText()).isEqualTo("DELIVERED");
    }

    @Test
    void webhooksAreRegisteredOnceAndShown() {
        JsonNode first = CALLS.ops("POST", "/api/v1/ops/channels/shopify/sandbox/webhooks", "")
                .body();
        JsonNode second = CALLS.ops("POST", "/api/v1/ops/channels/shopify/sandbox/webhooks", "")
                .body();

        assertThat(first.path("topics").findValuesAsText("state")).hasSize(7).containsOnly("created");
        assertThat(second.path("topics").findValuesAsText("state")).hasSize(7).containsOnly("registered");
        assertThat(CALLS.get("/api/v1/ops/channels/shopify/sandbox/webhooks")
                        .path("topics")
                        .findValuesAsText("state"))
                .containsOnly("registered");
        assertThat(CALLS.ops("POST", "/api/v1/ops/channels/shopify/nobody/webhooks", "")
                        .status())
                .isEqualTo(404);
        assertThat(CALLS.ops("POST", "/api/v1/ops/channels/shopify/main/webhooks", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anUnknownChannelIsNamedWithTheKnownOnes() {
        Calls.Answer answer = CALLS.ops("POST", "/sandbox/orders?channel=etsy", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asText()).contains("amazon, ebay, shopify");
    }

    private static JsonNode place(String channel, String wish) {
        Calls.Answer answer = CALLS.ops("POST", "/sandbox/orders?channel=" + channel, wish);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    private static void act(String id, String verb, String body) {
        assertThat(CALLS.ops("POST", "/sandbox/orders/shopify/" + id + "/" + verb, body)
                        .status())
                .isEqualTo(200);
    }

    /** What failed is tried again at once. */
    private JsonNode awaitTold(String channel, String id) {
        return Waiting.until(
                () -> {
                    hurry("inbox:");
                    hurry("confirm:");
                    return order(channel, id);
                },
                shown -> shown.path("channelTold").path("told").asInt() == 1);
    }

    private String notRelevant(String id) {
        return jdbc.sql(
                        """
                        select coalesce(string_agg(note, ' '), '') from operations.inbox
                        where channel = 'amazon' and outcome = 'NOT_RELEVANT' and position(? in convert_from(body, 'UTF8')) > 0""")
                .param(id)
                .query(String.class)
                .single();
    }

    private static List<Integer> fulfilled(JsonNode placed) {
        return StreamSupport.stream(placed.path("lines").spliterator(), false)
                .map(line -> line.path("fulfilled").asInt())
                .toList();
    }
}
