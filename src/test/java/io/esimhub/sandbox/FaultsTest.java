package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SandboxExtension.class)
class FaultsTest {

    private final RunningSandbox sandbox;
    private final EsimGoBuyer buyer;
    private final RedteagoBuyer otherBuyer;
    private final String bundle = "esim_" + UUID.randomUUID();

    FaultsTest(RunningSandbox sandbox) {
        this.sandbox = sandbox;
        this.buyer = new EsimGoBuyer(sandbox);
        this.otherBuyer = new RedteagoBuyer(sandbox);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 500, text/plain",
        "503, 503, text/plain",
        "429, 429, application/json",
        "unauthorized, 401, text/plain",
        "html, 200, text/html",
        "html-403, 403, text/html",
        "out-of-stock, 403, text/plain",
        "no-funds, 400, text/plain"
    })
    void a_fault_with_an_answer_buys_nothing(String fault, int status, String contentType) throws IOException {
        sandbox.faults("[{'supplier':'esim-go','fault':'" + fault + "'}]");

        HttpResponse<String> response = buyer.buy(bundle, 1);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(contentType);
        assertThat(buyer.booked(bundle)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"reset, 0", "hang, 0", "lost-answer, 1", "truncated, 1"})
    void a_fault_of_the_connection_leaves_the_buyer_without_an_answer(String fault, int bought) throws IOException {
        sandbox.faults("[{'fault':'" + fault + "','millis':50}]");

        assertThatThrownBy(() -> buyer.buy(bundle, 1)).isInstanceOf(IOException.class);

        assertThat(buyer.booked(bundle)).hasSize(bought);
    }

    @ParameterizedTest
    @CsvSource({"out-of-stock, 200011", "no-funds, 200007", "unauthorized, 101003", "429, 900001", "500, 000001"})
    void the_other_supplier_words_its_refusals_in_its_own_way(String fault, String code) throws IOException {
        sandbox.faults("[{'supplier':'redteago','path':'/api/v1/open/esim/order','fault':'" + fault + "'}]");

        assertThat(otherBuyer.order(bundle, "ZZ_1_7", 1).path("errorCode").asText())
                .isEqualTo(code);
        assertThat(sandbox.json("/sandbox/ledger?supplier=redteago").findValuesAsText("key"))
                .doesNotContain(bundle);
    }

    @Test
    void a_dripping_answer_is_slow_and_whole() throws IOException {
        sandbox.faults("[{'fault':'drip','millis':1}]");
        Instant start = Instant.now();

        JsonNode order = RunningSandbox.read(buyer.buy(bundle, 1));

        assertThat(order.path("status").asText()).isEqualTo("completed");
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void a_slow_answer_comes_after_the_time_that_was_asked_for() throws IOException {
        sandbox.faults("[{'fault':'latency','millis':300}]");
        Instant start = Instant.now();

        assertThat(buyer.buy(bundle, 1).statusCode()).isEqualTo(200);
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(299));
    }

    @Test
    void too_many_requests_says_when_to_come_back() throws IOException {
        sandbox.faults("[{'fault':'429','retryAfterSeconds':7}]");

        assertThat(buyer.buy(bundle, 1).headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void somebody_else_buys_the_same_at_the_same_moment() throws IOException {
        sandbox.faults("[{'fault':'foreign-order'}]");

        JsonNode ours = RunningSandbox.read(buyer.buy(bundle, 2));

        List<JsonNode> booked = buyer.booked(bundle);
        assertThat(booked).hasSize(2);
        assertThat(booked.get(0).path("reference")).isEqualTo(ours.path("orderReference"));
        assertThat(booked.get(0).path("foreign").asBoolean(true)).isFalse();
        assertThat(booked.get(1).path("foreign").asBoolean()).isTrue();
        assertThat(booked.get(1).path("quantity").asInt()).isEqualTo(2);
    }

    @Test
    void a_rule_lets_the_first_pass_and_is_used_up() throws IOException {
        sandbox.faults("[{'method':'POST','path':'/orders','fault':'500','skip':1,'times':2}]");

        assertThat(statuses(5)).containsExactly(200, 500, 500, 200, 200);
    }

    @Test
    void a_rule_harms_only_what_it_names() throws IOException {
        sandbox.faults("[{'supplier':'esim-go','method':'GET','path':'/orders','fault':'500'}]");

        assertThat(buyer.buy(bundle, 1).statusCode()).isEqualTo(200);
        assertThat(sandbox.get(EsimGoBuyer.BASE + "/orders", "X-API-Key", "sandbox-key")
                        .statusCode())
                .isEqualTo(500);
        assertThat(otherBuyer.call("/balance/query", "{}").path("success").asBoolean())
                .isTrue();
    }

    @Test
    void the_same_dice_fall_the_same_way() throws IOException {
        String half = "[{'fault':'500','probability':0.5}]";
        sandbox.faults(half);
        List<Integer> first = statuses(12);
        sandbox.faults(half);

        assertThat(statuses(12)).isEqualTo(first);
        assertThat(first).contains(200, 500);
    }

    @Test
    void an_unknown_fault_is_not_taken_for_none() throws IOException {
        assertThat(sandbox.post("/sandbox/faults", "[{\"fault\":\"earthquake\"}]")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void every_request_is_counted_also_one_that_was_harmed() throws IOException {
        sandbox.faults("[{'fault':'500','times':1}]");
        statuses(2);
        buyer.get("/orders/nobody");

        JsonNode counts = sandbox.json("/sandbox/requests/count").path("esim-go");
        assertThat(counts.path("POST /orders").asInt()).isEqualTo(2);
        assertThat(counts.path("GET /orders/{reference}").asInt()).isEqualTo(1);
    }

    private List<Integer> statuses(int count) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add(buyer.buy(bundle, 1).statusCode());
        }
        return statuses;
    }
}
