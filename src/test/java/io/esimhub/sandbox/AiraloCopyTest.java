package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class AiraloCopyTest {

    private final RunningSandbox sandbox;
    private final AiraloBuyer buyer;
    private final String description = UUID.randomUUID().toString();

    AiraloCopyTest(RunningSandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        this.buyer = AiraloBuyer.of(sandbox);
    }

    @Test
    void an_order_is_answered_with_its_sims() throws IOException {
        JsonNode order = ordered(2);

        assertThat(order.path("description").asText()).isEqualTo(description);
        assertThat(order.path("sims")).hasSize(2);
        assertThat(order.path("sims").path(0).path("qrcode").asText()).matches("LPA:1\\$[a-z.]+\\$[0-9A-Z]{20}");
        assertThat(order.path("net_price").decimalValue()).isEqualByComparingTo("1.60");
        assertThat(buyer.get("/orders/" + order.path("id").asText() + "?include=sims,status")
                        .path("data")
                        .path("sims"))
                .isEqualTo(order.path("sims"));
    }

    @Test
    void the_same_description_sent_again_is_another_purchase() throws IOException {
        JsonNode first = ordered(1);
        JsonNode second = ordered(1);

        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(sandbox.json("/sandbox/ledger?supplier=airalo").findValuesAsText("key"))
                .filteredOn(description::equals)
                .hasSize(2);
    }

    @Test
    void orders_are_found_by_a_part_of_their_description_and_by_day_page_by_page() throws IOException {
        ordered(1);
        ordered(1);
        String part = description.substring(0, 30);
        LocalDate today = LocalDate.ofInstant(Instant.now().plusSeconds(90), ZoneOffset.UTC);

        JsonNode first = buyer.get("/orders?filter%5Bdescription%5D=" + part + "&limit=1&page=1");
        JsonNode second = buyer.get("/orders?filter%5Bdescription%5D=" + part + "&limit=1&page=2");

        assertThat(first.path("data")).hasSize(1);
        assertThat(first.path("meta").path("last_page").asInt()).isEqualTo(2);
        assertThat(second.path("data").path(0).path("id"))
                .isNotEqualTo(first.path("data").path(0).path("id"));
        assertThat(first.path("data").path(0).has("sims")).isFalse();
        assertThat(listed(today.minusDays(1), today)).contains(description);
        assertThat(listed(today.minusDays(3), today.minusDays(2))).doesNotContain(description);
    }

    @Test
    void an_asynchronous_order_is_in_the_books_at_once_and_in_the_list_later() throws IOException {
        HttpResponse<String> answer = buyer.post(
                "/orders-async",
                "{\"package_id\":\"roam-zz-7days-1gb\",\"quantity\":1,\"description\":\"" + description
                        + "\",\"webhook_url\":\"http://localhost:1/nobody\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(RunningSandbox.read(answer).path("data").path("request_id").asText())
                .hasSize(25);
        assertThat(sandbox.json("/sandbox/ledger?supplier=airalo").findValuesAsText("key"))
                .contains(description);
        assertThat(underDescription()).isEmpty();
        await().atMost(Duration.ofSeconds(10)).until(() -> underDescription().size() == 1);
    }

    @Test
    void an_asynchronous_order_that_nobody_can_be_told_of_is_refused() throws IOException {
        HttpResponse<String> answer = buyer.order("/orders-async", "roam-zz-7days-1gb", 1, description);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(RunningSandbox.read(answer).path("reason").asText())
                .isEqualTo("User is not opted in and no webhook URL provided.");
        assertThat(sandbox.json("/sandbox/ledger?supplier=airalo").findValuesAsText("key"))
                .doesNotContain(description);
    }

    @Test
    void refusals_are_a_field_or_a_code() throws IOException {
        assertThat(refused("unknown-1", 1).at("/data/package_id").asText())
                .isEqualTo("The selected package is invalid.");
        assertThat(refused("roam-zz-7days-1gb", 51).at("/data/quantity").asText())
                .isEqualTo("The quantity may not be greater than 50.");
        sandbox.faults("[{'supplier':'airalo','method':'POST','path':'/orders','fault':'out-of-stock','times':1}]");
        assertThat(refused("roam-zz-7days-1gb", 1).at("/data/quantity").asText())
                .startsWith("SIM quantity is not available.");
        sandbox.faults("[{'supplier':'airalo','method':'POST','path':'/orders','fault':'no-funds','times':1}]");
        assertThat(refused("roam-zz-7days-1gb", 1).path("code").asInt()).isEqualTo(11);
    }

    @Test
    void packages_are_nested_in_countries_and_the_balance_falls() throws IOException {
        sandbox.post(
                "/sandbox/prices", "{\"supplier\":\"airalo\",\"bundle\":\"roam-es-30days-3gb\",\"price\":\"4.2\"}");

        JsonNode page = buyer.get("/packages?limit=1000");
        JsonNode bundle = page.findParent("net_price");
        assertThat(page.path("data").path(0).path("country_code").asText()).isEqualTo("ES");
        assertThat(bundle.path("id").asText()).isEqualTo("roam-es-30days-3gb");
        assertThat(bundle.path("amount").asInt()).isEqualTo(3072);

        double before = balance();
        ordered(1);
        assertThat(balance()).isLessThan(before);
    }

    @Test
    void what_a_phone_does_shows_in_the_usage() throws IOException {
        String iccid = ordered(1).path("sims").path(0).path("iccid").asText();
        assertThat(usage(iccid).path("status").asText()).isEqualTo("NOT_ACTIVE");

        sandbox.post(
                "/sandbox/esims",
                "{\"supplier\":\"airalo\",\"esim\":\"" + iccid + "\",\"stage\":\"ACTIVE\",\"usedBytes\":104857600}");

        assertThat(usage(iccid).path("status").asText()).isEqualTo("ACTIVE");
        assertThat(usage(iccid).path("remaining").asInt()).isEqualTo(924);
        assertThat(buyer.get("/sims/" + iccid).path("data").path("iccid").asText())
                .isEqualTo(iccid);
    }

    @Test
    void without_a_token_nobody_is_let_in_and_a_token_needs_the_right_secret() throws IOException {
        assertThat(sandbox.get(AiraloBuyer.BASE + "/balance").statusCode()).isEqualTo(401);
        assertThat(sandbox.get(AiraloBuyer.BASE + "/balance", "Authorization", "Bearer nobody's")
                        .statusCode())
                .isEqualTo(401);
        assertThat(AiraloBuyer.token(sandbox, "sandbox", "guessed").statusCode())
                .isEqualTo(401);
        assertThat(AiraloBuyer.token(sandbox, "nobody", "guessed").statusCode()).isEqualTo(422);
    }

    private JsonNode ordered(int quantity) throws IOException {
        HttpResponse<String> answer = buyer.order("/orders", "roam-zz-7days-1gb", quantity, description);
        assertThat(answer.statusCode()).isEqualTo(200);
        return RunningSandbox.read(answer).path("data");
    }

    private JsonNode refused(String bundle, int quantity) throws IOException {
        HttpResponse<String> answer = buyer.order("/orders", bundle, quantity, description);
        assertThat(answer.statusCode()).isEqualTo(422);
        return RunningSandbox.read(answer);
    }

    private String listed(LocalDate from, LocalDate to) throws IOException {
        return buyer.get("/orders?limit=1000&filter%5Bcreated_at%5D=" + from + "%20-%20" + to)
                .toString();
    }

    private JsonNode underDescription() throws IOException {
        return buyer.get("/orders?filter%5Bdescription%5D=" + description).path("data");
    }

    private JsonNode usage(String iccid) throws IOException {
        return buyer.get("/sims/" + iccid + "/usage").path("data");
    }

    private double balance() throws IOException {
        return buyer.get("/balance")
                .at("/data/balances/availableBalance/amount")
                .asDouble();
    }
}
