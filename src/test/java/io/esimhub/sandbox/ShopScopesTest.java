package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop whose app may not read all orders, with other settings than the usual ones. */
class ShopScopesTest {

    @TempDir
    private static Path folder;

    private static RunningSandbox sandbox;
    private static Market market;

    @BeforeAll
    static void start() {
        sandbox = new RunningSandbox(
                folder, "shopify.scopes=read_orders,read_customers", "shopify.oldest-version=2026-04");

        market = new Market(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void without_read_all_orders_what_is_older_than_60_days_is_not_seen() throws IOException {
        String old = market.place("shopify", "{'placedAt':'%s'}".formatted(daysAgo(61)));
        String young = market.place("shopify", "{'placedAt':'%s'}".formatted(daysAgo(59)));

        assertThat(market.data("{ order(id: \"%s\") { id } }".formatted(old))
                        .path("order")
                        .isNull())
                .isTrue();
        assertThat(Market.texts(
                        market.data("{ orders(first: 9) { nodes { id } } }").at("/orders/nodes"), "/id"))
                .containsExactly("gid://shopify/Order/" + young);
        assertThat(market.data("{ ordersCount { count } }")
                        .at("/ordersCount/count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void the_app_is_told_its_scopes() throws IOException {
        assertThat(Market.texts(
                        market.data("{ currentAppInstallation { accessScopes { handle } } }")
                                .at("/currentAppInstallation/accessScopes"),
                        "/handle"))
                .containsExactly("read_orders", "read_customers");
    }

    @Test
    void the_oldest_version_is_a_setting() throws IOException {
        assertThat(market.admin(Market.ADMIN.replace("2026-07", "2025-10"), "{ ordersCount { count } }")
                        .headers()
                        .firstValue("X-Shopify-API-Version"))
                .hasValue("2026-04");
    }

    @Test
    void a_page_that_the_bucket_does_not_hold_is_throttled_and_says_what_it_would_cost(@TempDir Path other)
            throws IOException {
        try (RunningSandbox small = new RunningSandbox(other, "shopify.bucket=100")) {
            Market shop = new Market(small);
            shop.many("shopify", 40, "{}");
            String list = "{ orders(first: 250) { nodes { id } } }";
            assertThat(shop.ask(list).at("/data/orders/nodes")).hasSize(40);

            JsonNode refused = shop.ask(list);
            for (int again = 0; again < 3 && !refused.has("errors"); again++) {
                refused = shop.ask(list);
            }

            assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
            assertThat(refused.at("/extensions/cost/actualQueryCost").isNull()).isTrue();
            assertThat(shop.ask("{ ordersCount { count } }").has("data"))
                    .as("what was refused cost nothing")
                    .isTrue();
        }
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }
}
