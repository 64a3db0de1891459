package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What happens when a supplier's account runs dry, and when there is money again. */
class MoneyAtSuppliersTest extends RunningHub {

    @Test
    void aSupplierThatRefusesForWantOfMoneyIsPassedOverAndTheTimelineSaysSo() {
        sell(
                "ESIM-BROKE",
                Catalogs.variant("esim-go", "esim_BROKE_V2", "1.80", 10),
                Catalogs.variant("redteago", price("broke_1_7"), "1.80", 20));
        SANDBOX.misbehave(noFunds());
        ShopOrder order = ShopOrder.paid("ESIM-BROKE", 1);

        SHOP.post("orders/paid", order);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(delivered.at("/lines/0/units/0/supplier").asText()).isEqualTo("redteago");
        assertThat(chosen(delivered).path("notChosen").toString()).contains("FUNDS");
    }

    @Test
    void anOrderThatWaitsForMoneyGoesOnByItselfWhenTheBalanceSaysThatThereIsSome() {
        sell("ESIM-WAITS-FOR-MONEY", Catalogs.variant("esim-go", "esim_WAITS_FUNDS_V2", "1.80", 10));
        SANDBOX.misbehave(noFunds());
        ShopOrder order = ShopOrder.paid("ESIM-WAITS-FOR-MONEY", 1);

        SHOP.post("orders/paid", order);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(events(delivered)).containsSubsequence("not bought", "parked", "taken up again", "mail sent");
        assertThat(SANDBOX.purchases("esim-go", "esim_WAITS_FUNDS_V2")).hasSize(1);
    }

    @Test
    void whatTheBalanceCannotPayIsNotEvenAskedFor() {
        sell("ESIM-TOO-DEAR", Catalogs.variant("esim-go", "esim_DEAR_V2", "1999999.00", 10));
        Waiting.until(() -> balance("esim-go"), balance -> !balance.isEmpty());

        JsonNode answer = CALLS.get("/api/v1/ops/routing?sku=ESIM-TOO-DEAR");

        assertThat(answer.path("chosen").isNull()).isTrue();
        assertThat(answer.at("/notChosen/0/why").asText()).isEqualTo("FUNDS");
    }

    @Test
    void aBalanceBelowItsMarkIsACaseOfItsOwnAndOnTheMetrics() {
        JsonNode cases = Waiting.until(
                () -> CALLS.get("/api/v1/ops/cases?kind=low-balance").path("cases"), found -> !found.isEmpty());

        assertThat(cases.path(0).path("subject").asText()).isEqualTo("airalo");
        assertThat(cases.path(0).path("order").isNull()).isTrue();
        Waiting.until(
                () -> meters.find("hub.supplier.balance")
                        .tag("supplier", "airalo")
                        .gauge(),
                gauge -> gauge != null && gauge.value() > 0);
    }

    private static String balance(String supplier) {
        JsonNode row = Waiting.of(
                CALLS.get("/api/v1/ops/suppliers").path("suppliers"),
                each -> supplier.equals(each.path("code").asText()));
        return row.at("/balance/amount").asText("");
    }

    private static JsonNode chosen(JsonNode order) {
        return StreamSupport.stream(order.path("timeline").spliterator(), false)
                .filter(entry -> "variant chosen".equals(entry.path("event").asText()))
                .reduce((first, last) -> last)
                .orElseThrow()
                .path("details");
    }

    private static String price(String bundle) {
        CALLS.ops(
                "POST",
                "/sandbox/prices",
                "{\"supplier\":\"redteago\",\"bundle\":\"" + bundle + "\",\"price\":\"1.80\"}");
        return bundle;
    }

    private static String noFunds() {
        return "{\"supplier\":\"esim-go\",\"method\":\"POST\",\"path\":\"/orders\",\"fault\":\"no-funds\",\"times\":1}";
    }

    @SafeVarargs
    private static void sell(String sku, Map<String, Object>... variants) {
        Map<String, Object> product = new java.util.LinkedHashMap<>(Catalogs.product(sku, List.of(variants)));
        Calls.Answer answer = CALLS.ops("PUT", "/api/v1/ops/catalog", Shop.json(Map.of("products", List.of(product))));
        assertThat(answer.status()).isEqualTo(200);
    }
}
