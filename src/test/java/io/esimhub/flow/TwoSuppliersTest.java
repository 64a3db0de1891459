package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which supplier an eSIM comes from, and what happens when the first one cannot. */
class TwoSuppliersTest extends RunningHub {

    @Test
    void aSupplierThatAllocatesLaterIsAskedUntilAllEsimsAreThereAndOneMailBringsThem() {
        sell("LATER", "0.90", 5);
        ShopOrder order = ShopOrder.paid("ESIM-LATER", 3);

        SHOP.post("orders/paid", order);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(purchasesOf(delivered)).singleElement().satisfies(purchase -> {
            assertThat(purchase.path("supplier").asText()).isEqualTo("redteago");
            assertThat(purchase.path("state").asText()).isEqualTo("COMPLETED");
        });
        assertThat(SANDBOX.purchases("redteago", "later_1_7")).hasSize(1);
        assertThat(mailsTo(order.email())).hasSize(1);
    }

    @Test
    void whatIsAllocatedIsMailedAsItComesWhenTheRestTakesLong() {
        sell("TRICKLE", "0.90", 5);
        SANDBOX.misbehave(rule("redteago", "/api/v1/open/esim/order", "slow-allocation"));
        ShopOrder order = ShopOrder.paid("ESIM-TRICKLE", 2);

        SHOP.post("orders/paid", order);

        Waiting.until(() -> mailsTo(order.email()).size(), mails -> mails == 1);
        assertThat(order(order.id()).path("state").asText()).isEqualTo("PARTIALLY_FULFILLED");
        awaitState(order.id(), "DELIVERED");
        assertThat(mailsTo(order.email())).hasSize(2);
        assertThat(SANDBOX.purchases("redteago", "trickle_1_7")).hasSize(1);
    }

    @Test
    void anOrderThatIsTakenAndNeverHandedOverIsAPersonsToDecide() {
        sell("NEVER", "0.90", 5);
        SANDBOX.misbehave(rule("redteago", "/api/v1/open/esim/order", "slow-allocation"));
        ShopOrder order = ShopOrder.paid("ESIM-NEVER", 1);
        SHOP.post("orders/paid", order);
        String purchase = Waiting.until(
                        () -> purchasesOf(order(order.id())),
                        all -> all.size() == 1
                                && all.get(0).path("state").asText().equals("ACCEPTED"))
                .get(0)
                .path("id")
                .asText();

        jdbc.sql("update fulfillment.purchases set answered_at = now() - interval '7 hours' where id = ?")
                .param(Long.valueOf(purchase))
                .update();
        JsonNode stuck = Waiting.until(
                () -> {
                    jdbc.sql("update operations.work set execution_time = now() where not picked")
                            .update();
                    return order(order.id());
                },
                shown -> "NEEDS_ATTENTION".equals(shown.path("state").asText()));
        Calls.Answer decided = CALLS.ops(
                "POST",
                "/api/v1/ops/purchases/" + purchase + "/decide",
                "{\"decision\":\"not-bought\",\"reason\":\"support gave the money back\"}");

        assertThat(stuck.path("reason").asText()).isEqualTo("NOT_HANDED_OVER");
        assertThat(decided.status()).isEqualTo(200);
        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(purchasesOf(delivered))
                .extracting(each -> each.path("state").asText())
                .containsExactlyInAnyOrder("NOT_BOUGHT", "COMPLETED");
    }

    @Test
    void moreThanASupplierSellsAtOnceBecomesSeveralOrdersAndOneMail() {
        sell("MANY", "0.90", 5);
        ShopOrder order = ShopOrder.paid("ESIM-MANY", 32);

        SHOP.post("orders/paid", order);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(purchasesOf(delivered))
                .extracting(purchase -> purchase.path("quantity").asInt())
                .containsExactlyInAnyOrder(30, 2);
        assertThat(units(delivered)).hasSize(32).containsOnly("SENT");
        assertThat(mailsTo(order.email())).hasSize(1);
    }

    @Test
    void aRefusedKeyIsNoReasonToBuyElsewhere() {
        CALLS.ops(
                "PUT",
                "/api/v1/ops/catalog",
                Shop.json(Map.of(
                        "suppliers",
                        List.of(Map.of("code", "keyless", "name", "Keyless")),
                        "products",
                        List.of(Catalogs.product(
                                "ESIM-KEYLESS",
                                List.of(
                                        Catalogs.variant("keyless", "keyless", "1.80", 10),
                                        Catalogs.variant("esim-go", "esim_KEYLESS_V2", "1.80", 20)))))));
        ShopOrder order = ShopOrder.paid("ESIM-KEYLESS", 1);

        SHOP.post("orders/paid", order);

        Waiting.until(() -> order(order.id()), shown -> events(shown).contains("not bought"));
        JsonNode waiting = Waiting.until(
                () -> {
                    // a minute is too long for a test
                    jdbc.sql("update operations.work set execution_time = now() where not picked")
                            .update();
                    return order(order.id());
                },
                shown -> events(shown).contains("waits for a supplier"));
        assertThat(waiting.path("timeline").toString()).contains("the order waits for keyless");
        assertThat(SANDBOX.purchases("esim-go", "esim_KEYLESS_V2")).isEmpty();
        assertThat(CALLS.get("/api/v1/ops/cases?kind=supplier-access").path("cases"))
                .isNotEmpty();
        SHOP.post(
                "orders/paid",
                order.with("cancelled_at", "2026-07-01T11:00:00-04:00").at("2026-07-01T11:00:00-04:00"));
        awaitState(order.id(), "CANCELLED");
    }

    @Test
    void outOfStockIsADefiniteNoAndTheOtherSupplierSells() {
        sell("STOCK", "1.50", 20);
        SANDBOX.misbehave(rule("esim-go", "/orders", "out-of-stock"));
        ShopOrder order = ShopOrder.paid("ESIM-STOCK", 1);

        SHOP.post("orders/paid", order);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(delivered
                        .path("lines")
                        .path(0)
                        .path("units")
                        .path(0)
                        .path("supplier")
                        .asText())
                .isEqualTo("redteago");
        assertThat(SANDBOX.purchases("esim-go", "esim_STOCK_V2")).isEmpty();
    }

    @Test
    void anOutcomeWeDoNotKnowNeverFailsOver() {
        sell("HANG", "1.50", 20);
        SANDBOX.misbehave(rule("esim-go", "/orders", "lost-answer"));
        ShopOrder order = ShopOrder.paid("ESIM-HANG", 1);

        SHOP.post("orders/paid", order);

        noAnswerComesAnyMore(order);
        hurryToState(order, "DELIVERED");
        assertThat(SANDBOX.purchases("esim-go", "esim_HANG_V2")).hasSize(1);
        assertThat(SANDBOX.purchases("redteago", "hang_1_7")).isEmpty();
    }

    @Test
    void aLostAnswerOfASupplierThatKeepsOurKeyIsFoundByItAndBoughtOnce() {
        sell("KEY", "1.50", 5);
        SANDBOX.misbehave(rule("redteago", "/api/v1/open/esim/order", "lost-answer"));
        ShopOrder order = ShopOrder.paid("ESIM-KEY", 2);

        SHOP.post("orders/paid", order);

        noAnswerComesAnyMore(order);
        hurryToState(order, "DELIVERED");
        assertThat(SANDBOX.purchases("redteago", "key_1_7")).hasSize(1);
    }

    @Test
    void aPriceThatIsNotTheCatalogsIsRefusedByTheSupplierAndShownToAPerson() {
        sell("PRICE", "1.49", 5);
        ShopOrder order = ShopOrder.paid("ESIM-PRICE", 1);

        SHOP.post("orders/paid", order);

        JsonNode parked = awaitState(order.id(), "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("PRICE");
        assertThat(SANDBOX.purchases("redteago", "price_1_7")).isEmpty();
        assertThat(SANDBOX.purchases("esim-go", "esim_PRICE_V2")).isEmpty();
    }

    @Test
    void replayingACasePressedTwiceTakesTheOrderUpOnce() {
        CALLS.ops(
                "PUT",
                "/api/v1/ops/catalog",
                Shop.json(Map.of(
                        "products",
                        List.of(Catalogs.product(
                                "ESIM-ONLY", List.of(Catalogs.variant("esim-go", "esim_ONLY_V2", "1.80", 10)))))));
        SANDBOX.misbehave(rule("esim-go", "/orders", "out-of-stock"));
        ShopOrder order = ShopOrder.paid("ESIM-ONLY", 1);
        SHOP.post("orders/paid", order);
        JsonNode parked = awaitState(order.id(), "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("NO_VARIANT");
        String replay =
                "/api/v1/ops/cases/" + parked.path("cases").path(0).path("id").asText() + "/replay";
        SANDBOX.behave();

        Calls.Answer first = CALLS.ops("POST", replay, null);
        Calls.Answer second = CALLS.ops("POST", replay, null);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(SANDBOX.purchases("esim-go", "esim_ONLY_V2")).hasSize(1);
        assertThat(events(delivered)).containsOnlyOnce("replayed").contains("taken up again");
    }

    /** @param priority of RedteaGO; eSIM Go's is 10 */
    private static void sell(String name, String cost, int priority) {
        CALLS.ops(
                "POST",
                "/sandbox/prices",
                "{\"supplier\":\"redteago\",\"bundle\":\"" + name.toLowerCase() + "_1_7\",\"price\":\""
                        + ("1.49".equals(cost) ? "1.50" : cost) + "\"}");
        Calls.Answer answer = CALLS.ops(
                "PUT",
                "/api/v1/ops/catalog",
                Shop.json(Map.of(
                        "products",
                        List.of(Catalogs.product(
                                "ESIM-" + name,
                                List.of(
                                        Catalogs.variant("esim-go", "esim_" + name + "_V2", "1.80", 10),
                                        Catalogs.variant("redteago", name.toLowerCase() + "_1_7", cost, priority)))))));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String rule(String supplier, String path, String fault) {
        return "{\"supplier\":\"" + supplier + "\",\"method\":\"POST\",\"path\":\"" + path + "\",\"fault\":\"" + fault
                + "\",\"times\":1}";
    }
}
