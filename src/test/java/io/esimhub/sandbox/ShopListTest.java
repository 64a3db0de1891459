package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Admin API's list of orders: found, sorted, paged, counted and paid for. */
class ShopListTest {

    @TempDir
    private static Path folder;

    private static RunningSandbox sandbox;
    private static Market market;

    @BeforeAll
    static void start() {
        sandbox = new RunningSandbox(folder, "shopify.bucket=100000");
        market = new Market(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void times_are_searched_for_with_all_four_signs_quoted_or_not() throws IOException {
        String first = market.place("shopify", "{'placedAt':'2024-01-01T10:00:00Z'}");
        String second = market.place("shopify", "{'placedAt':'2024-01-01T11:00:00Z'}");
        String third = market.place("shopify", "{'placedAt':'2024-01-01T12:00:00Z'}");

        assertThat(found("created_at:>=2024-01-01T10:00:00Z created_at:<'2024-01-01T12:00:00Z'"))
                .containsExactly(first, second);
        assertThat(found("updated_at:>'2024-01-01T10:00:00Z' AND updated_at:<='2024-01-01T14:00:00+02:00'"))
                .containsExactly(second, third);
        assertThat(found("processed_at:>=2024-01-01 processed_at:<2024-01-01T10:30:00Z"))
                .containsExactly(first);
    }

    @Test
    void a_time_that_is_none_is_an_error() throws IOException {
        assertThat(market.ask(orders("first: 10, query: \"updated_at:>yesterday\""))
                        .path("errors"))
                .isNotEmpty();
    }

    @Test
    void an_order_that_changes_while_the_list_is_read_moves_behind_and_nobody_is_skipped() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int minute = 10; minute < 14; minute++) {
            ids.add(market.place("shopify", "{'placedAt':'2024-02-01T10:%d:00Z'}".formatted(minute)));
        }
        String list = "sortKey: UPDATED_AT, query: \"created_at:>=2024-02-01 created_at:<2024-02-02\", first: 2";
        JsonNode page = market.data(orders(list)).path("orders");
        market.act("shopify", ids.get(0), "cancel?quiet=true");

        List<String> seen = new ArrayList<>(ids(page));
        String end = page.path("pageInfo").path("endCursor").asText();
        assertThat(end).isEqualTo(page.path("edges").path(1).path("cursor").asText());
        while (page.path("pageInfo").path("hasNextPage").asBoolean()) {
            page = market.data(orders(list + ", after: \""
                            + page.path("pageInfo").path("endCursor").asText() + "\""))
                    .path("orders");
            seen.addAll(ids(page));
        }

        assertThat(seen).containsExactly(ids.get(0), ids.get(1), ids.get(2), ids.get(3), ids.get(0));
    }

    @Test
    void a_list_is_sorted_as_is_asked_for() throws IOException {
        String younger = market.place("shopify", "{'placedAt':'2024-03-01T11:00:00Z'}");
        String older = market.place("shopify", "{'placedAt':'2024-03-01T10:00:00Z'}");
        market.act("shopify", older, "pay?quiet=true");
        String query = "first: 5, query: \"created_at:>=2024-03-01 created_at:<2024-03-02\"";

        assertThat(ids(market.data(orders(query)).path("orders"))).containsExactly(older, younger);
        assertThat(ids(market.data(orders(query + ", sortKey: CREATED_AT, reverse: true"))
                        .path("orders")))
                .containsExactly(younger, older);
        assertThat(ids(market.data(orders(query + ", sortKey: UPDATED_AT")).path("orders")))
                .containsExactly(younger, older);
        assertThat(ids(market.data(orders(query + ", sortKey: ID")).path("orders")))
                .containsExactly(younger, older);
    }

    @Test
    void a_page_of_more_than_250_is_an_error_and_so_is_a_cursor_that_is_none() throws IOException {
        assertThat(market.ask(orders("first: 251")).at("/errors/0/message").asText())
                .contains("250");
        assertThat(market.ask(orders("first: 1, after: \"!\"")).path("errors")).isNotEmpty();
    }

    @Test
    void orders_are_counted_up_to_a_limit() throws IOException {
        market.many("shopify", 3, "{'placedAt':'2024-04-01T10:00:00Z'}");
        String query = "query: \"created_at:>=2024-04-01 created_at:<2024-04-02\"";

        assertThat(market.data("{ ordersCount(%s) { count precision } }".formatted(query))
                        .path("ordersCount")
                        .toString())
                .isEqualTo("{\"count\":3,\"precision\":\"EXACT\"}");
        assertThat(market.data("{ ordersCount(limit: 2, %s) { count precision } }".formatted(query))
                        .path("ordersCount")
                        .toString())
                .isEqualTo("{\"count\":2,\"precision\":\"AT_LEAST\"}");
    }

    @Test
    void a_line_says_what_is_not_fulfilled_yet() throws IOException {
        String id = market.place("shopify", "{'items':[{'quantity':3}]}");
        String lines =
                "{ order(id: \"gid://shopify/Order/%s\") { lineItems(first: 1) { edges { cursor node { unfulfilledQuantity } } } } }"
                        .formatted(id);

        assertThat(market.data(lines)
                        .at("/order/lineItems/edges/0/node/unfulfilledQuantity")
                        .asInt())
                .isEqualTo(3);
        market.act("shopify", id, "fulfill?quiet=true");
        assertThat(market.data(lines)
                        .at("/order/lineItems/edges/0/node/unfulfilledQuantity")
                        .asInt())
                .isZero();
    }

    @Test
    void every_order_of_a_page_costs_and_a_single_call_costs_as_ever() throws IOException {
        market.many("shopify", 4, "{'placedAt':'2024-05-01T10:00:00Z'}");

        assertThat(cost(orders("first: 3, query: \"created_at:>=2024-05-01 created_at:<2024-05-02\"")))
                .isEqualTo(16);
        assertThat(cost("{ ordersCount { count } }")).isEqualTo(10);
    }

    @Test
    void a_version_that_is_no_longer_there_is_answered_by_the_oldest_one() throws IOException {
        assertThat(version("2026-07")).isEqualTo("2026-07");
        assertThat(version("2025-04")).isEqualTo("2025-10");
        assertThat(sandbox.post(Market.ADMIN, "{}").headers().firstValue("X-Shopify-API-Version"))
                .as("even to a stranger")
                .hasValue("2026-07");
    }

    @Test
    void ten_thousand_orders_are_read_page_by_page_and_each_once() throws IOException {
        market.many("shopify", 10_000, "{'placedAt':'2024-06-01T10:00:00Z'}");
        String list = "sortKey: UPDATED_AT, first: 250, query: \"created_at:>=2024-06-01 updated_at:<2024-06-02\"";

        List<String> seen = new ArrayList<>();
        JsonNode page = market.data(orders(list)).path("orders");
        seen.addAll(ids(page));
        while (page.path("pageInfo").path("hasNextPage").asBoolean()) {
            page = market.data(orders(list + ", after: \""
                            + page.path("pageInfo").path("endCursor").asText() + "\""))
                    .path("orders");
            seen.addAll(ids(page));
        }

        assertThat(seen).hasSize(10_000).doesNotHaveDuplicates();
    }

    private static String version(String asked) throws IOException {
        HttpResponse<String> answer = market.admin(Market.ADMIN.replace("2026-07", asked), "{ ordersCount { count } }");
        return answer.headers().firstValue("X-Shopify-API-Version").orElseThrow();
    }

    private static int cost(String query) throws IOException {
        return market.ask(query).at("/extensions/cost/actualQueryCost").asInt();
    }

    private static List<String> found(String query) throws IOException {
        return ids(market.data(orders("first: 250, query: \"" + query + "\"")).path("orders"));
    }

    private static List<String> ids(JsonNode orders) {
        return Market.texts(orders.path("edges"), "/node/id").stream()
                .map(gid -> gid.substring(gid.lastIndexOf('/') + 1))
                .toList();
    }

    private static String orders(String arguments) {
        return "{ orders(" + arguments + ") { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }";
    }
}
