package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comparisons with the suppliers' lists find, and the statement that follows. */
class SupplierReconciliationTest extends RunningHub {

    private static final String BUNDLE = "esim_1GB_7D_GB_V2";

    @ParameterizedTest
    @ValueSource(strings = {"esim-go", "redteago", "airalo", "stock"})
    void aListThatAgreesIsReadAndNothingIsFoundTwice(String supplier) {
        SupplierRun.over(supplier);

        assertThat(SupplierRun.over(supplier).path("found").asInt()).isZero();
    }

    @Test
    void whatSomebodyElseBoughtWithOurAccountIsAPersonsUntilSheAcceptsIt() {
        SANDBOX.buyAsSomebodyElse(BUNDLE);
        SupplierRun.sold();

        JsonNode run = SupplierRun.over("esim-go");

        JsonNode foreign = SupplierRun.breakOf(run, "NOT_OURS");
        assertThat(foreign.path("details").path("there").path("bundle").asText())
                .isEqualTo(BUNDLE);
        assertThat(CALLS.get("/api/v1/ops/cases?kind=reconciliation").toString())
                .contains("break:" + foreign.path("id").asText());
        assertThat(SupplierRun.statement("NO_OWNER").path("lines").findValuesAsText("supplierOrder"))
                .contains(foreign.path("subject").asText());
        CALLS.ops(
                "POST",
                "/api/v1/ops/breaks/" + foreign.path("id").asText() + "/close",
                "{\"reason\":\"bought by hand for a fair\"}");
        assertThat(SupplierRun.over("esim-go").path("breaks").findValuesAsText("subject"))
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

        JsonNode run = SupplierRun.over("esim-go");

        assertThat(SupplierRun.breakOf(run, "NOT_AT_SUPPLIER").path("purchase").asText())
                .isEqualTo(lost);
        assertThat(SupplierRun.breakOf(run, "PRICE")
                        .path("details")
                        .path("there")
                        .asText())
                .contains("1.80");
        JsonNode waiting = awaitState(forgotten.id(), "NEEDS_ATTENTION");
        assertThat(waiting.path("reason").asText()).isEqualTo("NOT_AT_SUPPLIER");
        assertThat(SupplierRun.statement("PRICE").path("lines").findValuesAsText("order"))
                .contains(order(dearer.id()).path("number").asText());
        jdbc.sql("update fulfillment.purchases set unit_cost = 1.8000 where unit_cost = 1.7000")
                .update();
        SupplierRun.over("esim-go");
        awaitState(dearer.id(), "DELIVERED");
    }

    @Test
    void theStatementSaysWhatWasPaidDeliveredAndCharged() {
        ShopOrder order = deliver();
        String number = order(order.id()).path("number").asText();
        SupplierRun.over("esim-go");

        JsonNode line = StreamSupport.stream(
                        SupplierRun.statement("AGREES").path("lines").spliterator(), false)
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
        SupplierRun.sold();
        return order;
    }

    private JsonNode purchaseOf(ShopOrder order) {
        return purchasesOf(order(order.id())).get(0);
    }
}
