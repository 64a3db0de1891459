package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bulk operations of the Admin API. */
class ShopBulkTest {

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

    private static final String LINES = " lineItems { edges { node { id sku } } } refunds { id } ";

    @Test
    void a_file_has_a_line_for_every_object_and_children_follow_their_parent_if_they_are_to_be_grouped()
            throws IOException {
        String wish = "{'placedAt':'2024-01-01T10:00:00Z','items':[{'sku':'A'},{'sku':'B'}]}";
        market.many("shopify", 300, wish);
        String id =
                ask(query("2024-01-01", LINES), true).at("/bulkOperation/id").asText();

        assertThat(operation(id).path("status").asText()).isIn("CREATED", "RUNNING");
        JsonNode done = awaitDone(id);

        assertThat(done.path("objectCount").asText()).isEqualTo("900");
        assertThat(done.path("rootObjectCount").asText()).isEqualTo("300");
        HttpResponse<String> file = file(done);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/jsonl");
        assertThat(done.path("fileSize").asInt()).isEqualTo(file.body().length());
        List<JsonNode> lines = lines(file);
        assertThat(lines).hasSize(900);
        assertThat(lines.get(0).toString()).matches("\\{\"id\":\"gid://shopify/Order/[0-9]+\",\"refunds\":\\[]}");
        assertThat(lines.get(1).path("__parentId")).isEqualTo(lines.get(0).path("id"));
        assertThat(lines.get(2).path("sku").asText()).isEqualTo("B");
        assertThat(lines.get(2).path("__parentId")).isEqualTo(lines.get(0).path("id"));
    }

    @Test
    void children_come_somewhere_behind_their_parent_if_they_are_not_to_be_grouped() throws IOException {
        market.many("shopify", 2, "{'placedAt':'2024-02-01T10:00:00Z'}");

        List<JsonNode> lines = lines(file(awaitDone(
                ask(query("2024-02-01", LINES), false).at("/bulkOperation/id").asText())));

        assertThat(lines).extracting(line -> line.has("__parentId")).containsExactly(false, false, true, true);
    }

    @Test
    void nothing_found_is_no_file() throws IOException {
        JsonNode done = awaitDone(
                ask(query("2023-01-01", ""), true).at("/bulkOperation/id").asText());

        assertThat(done.path("url").isNull()).isTrue();
        assertThat(done.path("objectCount").asText()).isEqualTo("0");
    }

    @Test
    void a_sixth_operation_at_a_time_is_refused() throws IOException {
        List<String> ids = new ArrayList<>();
        JsonNode answer = ask(query("2023-01-01", ""), true);
        for (int asked = 0; asked < 10 && answer.path("userErrors").isEmpty(); asked++) {
            ids.add(answer.at("/bulkOperation/id").asText());
            answer = ask(query("2023-01-01", ""), true);
        }

        assertThat(answer.at("/userErrors/0/message").asText()).contains("limit");
        assertThat(answer.path("bulkOperation").isNull()).isTrue();
        for (String id : ids) {
            awaitDone(id);
        }
    }

    @Test
    void a_query_that_cannot_be_run_in_bulk_is_refused() throws IOException {
        assertThat(objection("{ ordersCount { count } }")).contains("at least one connection");
        assertThat(objection("{ orders { edges { node { colour } } } }")).contains("colour");
        assertThat(objection("{ orders { edges { node { name lineItems { edges { node { id } } } } } } }"))
                .contains("must select the 'id' field");
    }

    private static String query(String day, String more) {
        return "{ orders(query: \"created_at:>=%s created_at:<=%sT23:00:00Z\") { edges { node { id %s } } } }"
                .formatted(day, day, more);
    }

    private static String objection(String query) throws IOException {
        return ask(query, false).at("/userErrors/0/message").asText();
    }

    private static JsonNode ask(String query, boolean grouped) throws IOException {
        return market.data(
                        "mutation { bulkOperationRunQuery(query: %s, groupObjects: %s) { bulkOperation { id status } userErrors { field message } } }"
                                .formatted(new ObjectMapper().writeValueAsString(query), grouped))
                .path("bulkOperationRunQuery");
    }

    private static JsonNode operation(String id) throws IOException {
        return market.data(
                        "{ bulkOperation(id: \"%s\") { id status errorCode createdAt completedAt objectCount rootObjectCount fileSize url partialDataUrl query type } }"
                                .formatted(id))
                .path("bulkOperation");
    }

    private static JsonNode awaitDone(String id) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> operation(id), done -> done.path("status").asText().equals("COMPLETED"));
    }

    private static HttpResponse<String> file(JsonNode done) throws IOException {
        URI url = URI.create(done.path("url").asText());
        assertThat(url.getScheme()).isEqualTo("http");
        return sandbox.get(url.getPath());
    }

    private static List<JsonNode> lines(HttpResponse<String> file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : file.body().split("\n")) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
