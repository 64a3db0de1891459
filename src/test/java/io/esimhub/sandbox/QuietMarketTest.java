package io.esimhub.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens at the channels without anybody being told. */
class QuietMarketTest {

    private static final WireMockServer HUB = new WireMockServer(options().dynamicPort());

    @TempDir
    private static Path folder;

    private static RunningSandbox sandbox;
    private static Market market;

    @BeforeAll
    static void start() {
        HUB.start();
        sandbox = new RunningSandbox(folder, "webhooks=" + HUB.baseUrl());
        market = new Market(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        HUB.stop();
    }

    @BeforeEach
    void listen() {
        HUB.resetAll();
        HUB.stubFor(post(anyUrl()).willReturn(ok()));
    }

    @Test
    void whatever_happens_quietly_happens_and_is_not_told() throws IOException {
        for (String channel : List.of("shopify", "amazon", "ebay")) {
            market.act(channel, market.place(channel, "{}"), "cancel?quiet=true");
        }
        String id = market.place("shopify", "{'paid':false,'items':[{'sku':'A','quantity':3}]}");
        market.act("shopify", id, "pay?quiet=true");
        market.act("shopify", id, "refund?quiet=true");
        market.act("shopify", id, "edit?quiet=true");
        market.act("shopify", id, "fulfill?quiet=true");

        assertThat(market.known("shopify", id).at("/lines/0/fulfilled").asInt()).isEqualTo(3);
        // by then, whatever had been told before would have come
        sandbox.post("/sandbox/orders?channel=ebay", "{}");
        await().until(() -> !told().isEmpty());
        assertThat(told()).containsExactly("/ebay");
    }

    @Test
    void a_payment_is_told_as_a_payment_and_a_change() throws IOException {
        String id = market.place("shopify", "{'paid':false}");
        assertThat(market.known("shopify", id).path("state").asText()).isEqualTo("pending");

        assertThat(RunningSandbox.read(market.act("shopify", id, "pay"))
                        .path("state")
                        .asText())
                .isEqualTo("paid");

        await().until(() -> told().size() == 2);
        assertThat(told()).containsExactlyInAnyOrder("/shopify/orders/paid", "/shopify/orders/updated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopify", "amazon", "ebay"})
    void ten_thousand_orders_are_there_at_once_and_no_two_are_one(String channel) throws IOException {
        Set<String> ids = new HashSet<>();
        ids.add(market.place(channel, "{}"));

        JsonNode answer = market.many(channel, 10_000, "{'items':[{'sku':'A','quantity':2}]}");
        answer.path("orderIds").forEach(id -> ids.add(id.asText()));
        ids.add(market.place(channel, "{}"));

        assertThat(answer.path("count").asInt()).isEqualTo(10_000);
        assertThat(ids).hasSize(10_002);
        assertThat(market.known(channel, answer.at("/orderIds/9999").asText())
                        .at("/lines/0/quantity")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void the_same_package_can_be_sent_again_once_the_channel_has_forgotten_it() throws IOException {
        String id = market.place("amazon", "{'placedAt':'2024-01-01T10:00:00Z'}");
        String line = market.known("amazon", id).at("/lines/0/lineId").asText();
        String token = market.amazonToken();

        assertThat(ship(token, id, line)).isEqualTo(204);
        assertThat(ship(token, id, line)).as("known").isEqualTo(204);
        assertThat(market.known("amazon", id).at("/lines/0/fulfilled").asInt()).isEqualTo(1);
        JsonNode forgotten = RunningSandbox.read(market.act("amazon", id, "forget-fulfillment"));
        assertThat(forgotten.at("/lines/0/fulfilled").asInt()).isZero();
        assertThat(ship(token, id, line)).isEqualTo(204);
        assertThat(market.known("amazon", id).at("/lines/0/fulfilled").asInt()).isEqualTo(1);
    }

    @Test
    void an_order_that_is_deleted_is_gone() throws IOException {
        String id = market.place("shopify", "{}");

        assertThat(sandbox.delete("/sandbox/orders/shopify/" + id).statusCode()).isEqualTo(204);
        assertThat(sandbox.delete("/sandbox/orders/shopify/" + id).statusCode()).isEqualTo(404);
        assertThat(market.data("{ order(id: \"%s\") { id } }".formatted(id))
                        .path("order")
                        .isNull())
                .isTrue();
    }

    @Test
    void an_order_is_as_old_as_is_wished_until_it_changes() throws IOException {
        String id = market.place("shopify", "{'placedAt':'2024-01-01T10:00:00Z'}");
        String times = "{ order(id: \"%s\") { createdAt updatedAt } }".formatted(id);
        assertThat(market.data(times).path("order").toString())
                .isEqualTo("{\"createdAt\":\"2024-01-01T10:00:00Z\",\"updatedAt\":\"2024-01-01T10:00:00Z\"}");

        market.act("shopify", id, "forget-fulfillment");

        assertThat(market.data(times).at("/order/updatedAt").asText()).isGreaterThan("2026");
    }

    private static int ship(String token, String id, String line) throws IOException {
        String body =
                """
                {"marketplaceId":"A1F83G8C2ARO7P","packageDetail":{"packageReferenceId":"1","carrierCode":"Other",
                 "trackingNumber":"1","shipDate":"2026-01-01T00:00:00Z","orderItems":[{"orderItemId":"%s","quantity":1}]}}"""
                        .formatted(line);
        return sandbox.post(
                        "/sandbox/amazon/orders/v0/orders/" + id + "/shipmentConfirmation",
                        body,
                        "x-amz-access-token",
                        token)
                .statusCode();
    }

    private static List<String> told() {
        return HUB.getAllServeEvents().stream()
                .map(event -> event.getRequest().getUrl())
                .toList();
    }
}
