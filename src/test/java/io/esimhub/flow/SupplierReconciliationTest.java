package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comparisons with the suppliers' lists find, and the statement that follows. */
class SupplierReconciliationTest extends RunningHub {

    private static final String BUNDLE = "esim_1GB_7D_GB_V2";

    /** When a supplier sold something for the last time; no test before this class sells anything after its beginning. */
    private static Instant sold = Instant.now();

    @ParameterizedTest
    @ValueSource(strings = {"esim-go", "redteago", "airalo", "stock"})
    void aListThatAgreesIsReadAndNothingIsFoundTwice(String supplier) {
        compared(supplier);

        assertThat(compared(supplier).path("found").asInt()).isZero();
    }

    @Test
    void whatSomebodyElseBoughtWithOurAccountIsAPersonsUntilSheAcceptsIt() {
        SANDBOX.buyAsSomebodyElse(BUNDLE);
        sold = Instant.now();

        JsonNode run = compared("esim-go");

        JsonNode foreign = breakOf(run, "NOT_OURS");
        assertThat(foreign.path("details").path("there").path("bundle").asText())
                .isEqualTo(BUNDLE);
        assertThat(CALLS.get("/api/v1/ops/cases?kind=reconciliation").toString())
                .contains("break:" + foreign.path("id").asText());
        assertThat(statement("NO_OWNER").path("lines").findValuesAsText("supplierOrder"))
                .contains(foreign.path("subject").asText());
        CALLS.ops(
                "POST",
                "/api/v1/ops/breaks/" + foreign.path("id").asText() + "/close",
                "{\"reason\":\"bought by hand for a fair\"}");
        assertThat(compared("esim-go").path("breaks").findValuesAsText("subject"))
                .doesNotContain(foreign.path("subject").asText());
    }

    @Test
    void aSupplierThatForgotASaleAndOneThatChargedMoreAreFound() {
        ShopOrder forgotten = deliver();
        ShopOrder dearer = deliver();
        String lost = purchaseOf(forgotten).path("id").asText();
        jdbc.sql("update fulfillment.purchases set supplier_order = 'gone-' || id, key = 'gone-' || id where id = ?")
                .param(Long.valueOf(lost))
                .update();
        jdbc.sql("update fulfillment.purchases set unit_cost = 1.7000 where id = ?")
                .param(Long.valueOf(purchaseOf(dearer).path("id").asText()))
                .update();

        JsonNode run = compared("esim-go");

        assertThat(breakOf(run, "NOT_AT_SUPPLIER").path("purchase").asText()).isEqualTo(lost);
        assertThat(breakOf(run, "PRICE").path("details").path("there").asText()).contains("1.80");
        JsonNode waiting = awaitState(forgotten.id(), "NEEDS_ATTENTION");
        assertThat(waiting.path("reason").asText()).isEqualTo("NOT_AT_SUPPLIER");
        assertThat(statement("PRICE").path("lines").findValuesAsText("order"))
                .contains(order(dearer.id()).path("number").asText());
        jdbc.sql("update fulfillment.purchases set unit_cost = 1.8000 where unit_cost = 1.7000")
                .update();
        compared("esim-go");
        awaitState(dearer.id(), "DELIVERED");
    }

    @Test
    void theStatementSaysWhatWasPaidDeliveredAndCharged() {
        ShopOrder order = deliver();
        String number = order(order.id()).path("number").asText();
        compared("esim-go");

        JsonNode line = StreamSupport.stream(statement("AGREES").path("lines").spliterator(), false)
                .filter(each -> each.path("order").asText().equals(number))
                .findFirst()
                .orElseThrow();

        assertThat(line.path("charged").path("amount").asText()).startsWith("1.80");
        assertThat(line.path("agreed").path("amount").asText()).startsWith("1.80");
        assertThat(line.path("delivered").asInt()).isEqualTo(1);
        assertThat(line.path("channel").asText()).isEqualTo("shopify");
        assertThat(line.path("orderPaid").path("amount").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?from=2026-07-01",
                "?from=2026-07-02&to=2026-07-01",
                "?from=2020-07-02&to=2026-07-01",
                "?from=today&to=2026-07-01",
                "?from=2026-07-01&to=2026-07-02&limit=0",
                "?from=2026-07-01&to=2026-07-02&verdict=FINE",
            })
    void aStatementOfNoTimeIsRefused(String query) {
        Calls.Answer answer = CALLS.ops("GET", "/api/v1/ops/statement" + query, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").path(0).path("field").asText()).isNotEmpty();
    }

    private ShopOrder deliver() {
        ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", 1);
        SHOP.post("orders/paid", order);
        awaitState(order.id(), "DELIVERED");
        sold = Instant.now();
        return order;
    }

    private JsonNode purchaseOf(ShopOrder order) {
        return purchasesOf(order(order.id())).get(0);
    }

    private static JsonNode statement(String verdict) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return CALLS.get(
                "/api/v1/ops/statement?limit=1000&from=" + today.minusDays(1) + "&to=" + today + "&verdict=" + verdict);
    }

    private JsonNode compared(String supplier) {
        // the supplier's clock is told in whole seconds
        Instant settled = sold.plusMillis(1200);
        Instant now = Waiting.until(Instant::now, time -> time.isAfter(settled));
        Calls.Answer answer = CALLS.ops(
                "POST",
                "/api/v1/ops/reconciliations",
                """
                {"kind":"supplier","party":"%s","from":"%s","to":"%s"}"""
                        .formatted(supplier, now.minusSeconds(3600), now.plusSeconds(60)));
        assertThat(answer.status()).isEqualTo(202);
        String id = answer.body().path("id").asText();
        return Waiting.until(
                () -> CALLS.get("/api/v1/ops/reconciliations/" + id),
                shown -> shown.path("state").asText().equals("DONE"));
    }

    private static JsonNode breakOf(JsonNode run, String kind) {
        List<JsonNode> found = StreamSupport.stream(run.path("breaks").spliterator(), false)
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
        assertThat(found).as(run.toString()).isNotEmpty();
        return found.get(found.size() - 1);
    }
}
