package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class EsimGoCopyTest {

    private final RunningSandbox sandbox;
    private final EsimGoBuyer buyer;
    private final String bundle = "esim_" + UUID.randomUUID();

    EsimGoCopyTest(RunningSandbox sandbox) {
        this.sandbox = sandbox;
        this.buyer = new EsimGoBuyer(sandbox);
    }

    @Test
    void an_order_is_answered_with_its_esims_and_booked_once() throws IOException {
        HttpResponse<String> response = buyer.buy(bundle, 2);

        JsonNode order = RunningSandbox.read(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(order.path("status").asText()).isEqualTo("completed");
        assertThat(order.path("statusMessage").asText()).isEqualTo("Order completed: 2 eSIMs assigned");
        assertThat(order.path("total").decimalValue()).isEqualByComparingTo("3.60");
        JsonNode line = order.path("order").path(0);
        assertThat(line.path("esims")).hasSize(2);
        assertThat(line.path("esims").path(0).path("smdpAddress").asText()).startsWith("http://");
        assertThat(line.path("iccids").path(0).asText()).matches("89\\d{18}");
        assertThat(line.has("AllowReassign")).isTrue();
        List<JsonNode> booked = buyer.booked(bundle);
        assertThat(booked).hasSize(1);
        assertThat(booked.get(0).path("reference")).isEqualTo(order.path("orderReference"));
        assertThat(booked.get(0).path("esims").path(1).path("matchingId"))
                .isEqualTo(line.path("esims").path(1).path("matchingId"));
        assertThat(booked.get(0).path("key").isNull()).isTrue();
        assertThat(booked.get(0).path("foreign").asBoolean(true)).isFalse();
    }

    @Test
    void a_dry_run_tells_the_price_and_buys_nothing() throws IOException {
        JsonNode answer = RunningSandbox.read(buyer.validate(bundle, 3));

        assertThat(answer.path("valid").asBoolean()).isTrue();
        assertThat(answer.path("total").decimalValue()).isEqualByComparingTo("5.40");
        assertThat(answer.has("orderReference")).isFalse();
        assertThat(buyer.booked(bundle)).isEmpty();
    }

    @Test
    void a_price_that_was_set_is_asked_and_listed_in_the_catalogue() throws IOException {
        sandbox.post(
                "/sandbox/prices", "{\"supplier\":\"esim-go\",\"bundle\":\"%s\",\"price\":\"2.28\"}".formatted(bundle));

        assertThat(RunningSandbox.read(buyer.buy(bundle, 1)).path("total").decimalValue())
                .isEqualByComparingTo("2.28");
        assertThat(buyer.get("/catalogue?perPage=100").path("bundles").findValuesAsText("name"))
                .contains(bundle);
    }

    @Test
    void what_is_bought_leaves_the_balance() throws IOException {
        BigDecimal before = buyer.get("/organisation").path("balance").decimalValue();
        buyer.buy(bundle, 1);

        assertThat(buyer.get("/organisation").path("balance").decimalValue())
                .isEqualByComparingTo(before.subtract(new BigDecimal("1.80")));
    }

    @Test
    void the_list_spells_its_date_otherwise_and_shows_esims_only_when_asked() throws IOException {
        JsonNode placed = RunningSandbox.read(buyer.buy(bundle, 1));

        JsonNode bare = buyer.get("/orders?limit=1").path(0);
        assertThat(bare.path("orderReference")).isEqualTo(placed.path("orderReference"));
        assertThat(bare.path("createDate").asText())
                .isEqualTo(placed.path("createdDate").asText())
                .matches(".*\\.\\d{9}Z");
        assertThat(bare.has("createdDate")).isFalse();
        assertThat(bare.path("order").path(0).has("esims")).isFalse();
        JsonNode full = buyer.get("/orders?limit=1&includeIccids=true").path(0);
        assertThat(full.path("order").path(0).path("iccids")).hasSize(1);
        String reference = placed.path("orderReference").asText();
        assertThat(buyer.get("/orders/" + reference).path("createdDate")).isEqualTo(placed.path("createdDate"));
    }

    @Test
    void the_list_is_paged_and_cut_by_both_ends_of_a_time() throws IOException {
        String first =
                RunningSandbox.read(buyer.buy(bundle, 1)).path("createdDate").asText();
        buyer.buy(bundle, 1);
        String third =
                RunningSandbox.read(buyer.buy(bundle, 1)).path("createdDate").asText();
        String window = "/orders?createdAt=gte:%s&createdAt=lte:%s".formatted(first, third);

        assertThat(buyer.get(window)).hasSize(3);
        assertThat(buyer.get(window + "&limit=2&page=1")).hasSize(2);
        assertThat(buyer.get(window + "&limit=2&page=2")).hasSize(1);
        assertThat(buyer.get(window + "&limit=2&page=3")).isEmpty();
        assertThat(buyer.get("/orders?createdAt=gt:" + first + "&createdAt=lt:" + third))
                .hasSize(1);
    }

    @Test
    void install_details_are_csv_unless_json_is_asked_for() throws IOException {
        String reference =
                RunningSandbox.read(buyer.buy(bundle, 1)).path("orderReference").asText();
        String path = EsimGoBuyer.BASE + "/esims/assignments?reference=" + reference;

        HttpResponse<String> csv = sandbox.get(path, "X-API-Key", "sandbox-key");
        assertThat(contentType(csv)).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(2);
        JsonNode json = sandbox.json(path, "X-API-Key", "sandbox-key", "Accept", "application/json");
        assertThat(csv.body())
                .contains(
                        json.required("iccid").asText(),
                        json.required("matchingId").asText());
        assertThat(json.path("profileStatus").asText()).isEqualTo("Released");
    }

    @Test
    void without_a_key_an_order_gets_401_in_text_and_a_list_403_in_json() throws IOException {
        HttpResponse<String> order = sandbox.post(EsimGoBuyer.BASE + "/orders", "{}", "X-API-Key", "wrong");
        HttpResponse<String> list = sandbox.get(EsimGoBuyer.BASE + "/orders");

        assertThat(order.statusCode()).isEqualTo(401);
        assertThat(contentType(order)).startsWith("text/plain");
        assertThat(list.statusCode()).isEqualTo(403);
        assertThat(contentType(list)).startsWith("application/json");
    }

    @Test
    void an_unknown_bundle_and_an_unreadable_order_are_refused_in_text() throws IOException {
        HttpResponse<String> unknown = buyer.buy("unknown-" + bundle, 1);
        HttpResponse<String> unreadable =
                sandbox.post(EsimGoBuyer.BASE + "/orders", "{\"type\":", "X-API-Key", "sandbox-key");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("not found");
        assertThat(buyer.booked("unknown-" + bundle)).isEmpty();
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(contentType(unreadable)).startsWith("text/plain");
    }

    @Test
    void an_order_that_costs_more_than_the_balance_is_refused() throws IOException {
        HttpResponse<String> response = buyer.buy(bundle, 900_000);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).containsIgnoringCase("insufficient balance");
        assertThat(buyer.booked(bundle)).isEmpty();
    }

    @Test
    void a_clock_that_is_ahead_shows_in_dates_and_in_the_date_header() throws IOException {
        HttpResponse<String> response = buyer.buy(bundle, 1);

        Instant created =
                Instant.parse(RunningSandbox.read(response).path("createdDate").asText());
        Instant header = DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                response.headers().firstValue("Date").orElseThrow(), Instant::from);
        assertThat(ChronoUnit.SECONDS.between(Instant.now(), created)).isBetween(70L, 90L);
        assertThat(ChronoUnit.SECONDS.between(Instant.now(), header)).isBetween(70L, 90L);
    }

    private static String contentType(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}
