package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Amazon and eBay list. */
class MarketListsTest {

    @TempDir
    private static Path folder;

    private static RunningSandbox sandbox;
    private static Market market;

    @BeforeAll
    static void start() {
        sandbox = new RunningSandbox(folder);
        market = new Market(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void amazon_lists_a_time_by_change_or_by_creation() throws IOException {
        String first = market.place("amazon", "{'placedAt':'2024-01-01T10:00:00Z'}");
        String second = market.place("amazon", "{'placedAt':'2024-01-01T11:00:00Z'}");
        String third = market.place("amazon", "{'placedAt':'2024-01-01T12:00:00Z'}");
        market.act("amazon", first, "cancel?quiet=true");

        assertThat(amazon("createdAfter=2024-01-01T10:00:00Z&createdBefore=2024-01-01T11:30:00Z"))
                .containsExactly(first, second);
        assertThat(amazon("lastUpdatedAfter=2024-01-01T10:00:00Z&lastUpdatedBefore=2024-01-01T12:00:00Z"))
                .containsExactly(second, third);
        assertThat(v0("CreatedAfter=2024-01-01T10:00:00Z&CreatedBefore=2024-01-01T11:30:00Z"))
                .containsExactly(first, second);
        assertThat(v0("LastUpdatedAfter=2024-01-01T10:00:00Z&LastUpdatedBefore=2024-01-01T12:00:00Z"))
                .containsExactly(second, third);
    }

    @Test
    void amazon_wants_one_kind_of_time_and_not_both() throws IOException {
        String both = "createdAfter=2024-01-01T10:00:00Z&lastUpdatedAfter=2024-01-01T10:00:00Z";

        assertThat(call("/orders/2026-01-01/orders?" + both).has("errors")).isTrue();
        assertThat(call("/orders/2026-01-01/orders?a=b").has("errors")).isTrue();
        assertThat(call("/orders/v0/orders?CreatedAfter=2024-01-01T10:00:00Z&LastUpdatedBefore=2024-01-01T10:00:00Z")
                        .has("errors"))
                .isTrue();
    }

    @Test
    void amazon_pages_and_v0_needs_nothing_but_the_token_for_the_next_page() throws IOException {
        market.many("amazon", 250, "{'placedAt':'2024-02-01T10:00:00Z'}");
        String time = "reatedAfter=2024-02-01T00:00:00Z&%sreatedBefore=2024-02-02T00:00:00Z";

        List<String> seen = new ArrayList<>();
        JsonNode page = call("/orders/v0/orders?C" + time.formatted("C")).path("payload");
        seen.addAll(Market.texts(page.path("Orders"), "/AmazonOrderId"));
        while (page.has("NextToken")) {
            page = call("/orders/v0/orders?NextToken="
                            + Market.encoded(page.path("NextToken").asText()))
                    .path("payload");
            seen.addAll(Market.texts(page.path("Orders"), "/AmazonOrderId"));
        }
        assertThat(seen).hasSize(250).doesNotHaveDuplicates();

        String search = "/orders/2026-01-01/orders?maxResultsPerPage=100&c" + time.formatted("c");
        List<Integer> sizes = new ArrayList<>();
        page = call(search);
        sizes.add(page.path("orders").size());
        while (page.has("pagination")) {
            page = call(search + "&paginationToken="
                    + Market.encoded(page.at("/pagination/nextToken").asText()));
            sizes.add(page.path("orders").size());
        }
        assertThat(sizes).containsExactly(100, 100, 50);
    }

    @Test
    void ebay_lists_a_time_by_creation_if_that_is_asked_for_and_by_change_otherwise() throws IOException {
        String first = market.place("ebay", "{'placedAt':'2024-01-01T10:00:00Z'}");
        String second = market.place("ebay", "{'placedAt':'2024-01-01T11:00:00Z'}");
        market.act("ebay", first, "cancel?quiet=true");

        assertThat(ebay("lastmodifieddate:[2024-01-01T10:00:00.000Z..2024-01-01T23:00:00.000Z]"))
                .containsExactly(second);
        assertThat(ebay("creationdate:[..2024-01-01T10:30:00.000Z]")).containsExactly(first);
        assertThat(ebay("lastmodifieddate:[2024-06-01T00:00:00.000Z..]"))
                .contains(first)
                .doesNotContain(second);
        assertThat(
                        ebay(
                                "creationdate:[2024-01-01T10:30:00Z..2024-01-02T00:00:00Z],lastmodifieddate:[2025-01-01T00:00:00Z..]"))
                .containsExactly(second);
    }

    @Test
    void ebay_names_the_next_page_while_there_is_one() throws IOException {
        market.many("ebay", 5, "{'placedAt':'2024-02-01T10:00:00Z'}");
        String token = market.ebayToken();
        String next = "/sandbox/ebay/sell/fulfillment/v1/order?limit=2&filter="
                + Market.encoded("creationdate:[2024-02-01T00:00:00Z..2024-02-02T00:00:00Z]");

        List<String> seen = new ArrayList<>();
        while (next != null) {
            JsonNode page = sandbox.json(next, "Authorization", "Bearer " + token);
            seen.addAll(Market.texts(page.path("orders"), "/orderId"));
            String url = page.path("next").asText(null);
            next = url == null ? null : url.substring(url.indexOf("/sandbox"));
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    private static List<String> amazon(String query) throws IOException {
        return Market.texts(call("/orders/2026-01-01/orders?" + query).path("orders"), "/orderId");
    }

    private static List<String> v0(String query) throws IOException {
        return Market.texts(call("/orders/v0/orders?" + query).at("/payload/Orders"), "/AmazonOrderId");
    }

    private static JsonNode call(String path) throws IOException {
        return sandbox.json("/sandbox/amazon" + path, "x-amz-access-token", market.amazonToken());
    }

    private static List<String> ebay(String filter) throws IOException {
        return Market.texts(
                sandbox.json(
                                "/sandbox/ebay/sell/fulfillment/v1/order?filter=" + Market.encoded(filter),
                                "Authorization",
                                "Bearer " + market.ebayToken())
                        .path("orders"),
                "/orderId");
    }
}
