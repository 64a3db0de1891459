package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of an order whose purchase may or may not have happened, at a supplier that keeps no key of ours. */
class UnknownPurchaseTest extends RunningHub {

    @Test
    void anAnswerLostAfterBuyingIsFoundInTheSuppliersListAndNothingIsBoughtTwice() {
        String bundle = sell("LOST");
        SANDBOX.misbehave(fault("lost-answer"));
        ShopOrder order = ShopOrder.paid("ESIM-LOST", 1);

        SHOP.post("orders/paid", order);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(events(delivered)).contains("outcome unknown", "found at the supplier", "mail sent");
        assertThat(SANDBOX.purchases("esim-go", bundle)).hasSize(1);
        assertThat(mailsTo(order.email())).hasSize(1);
    }

    @Test
    void anOrderThatNeverReachedTheSupplierIsBoughtAgainOnceItsListProvesIt() {
        String bundle = sell("RESET");
        SANDBOX.misbehave(fault("reset"));
        ShopOrder order = ShopOrder.paid("ESIM-RESET", 2);

        SHOP.post("orders/paid", order);

        noAnswerComesAnyMore(order);
        JsonNode delivered = hurryToState(order, "DELIVERED");
        assertThat(events(delivered)).contains("not in the supplier's list", "not bought");
        assertThat(SANDBOX.purchases("esim-go", bundle)).hasSize(1);
        assertThat(states(delivered)).containsExactly("COMPLETED", "NOT_BOUGHT");
    }

    @Test
    void aSecondOrderOfTheSameShapeOnTheAccountIsLeftToAPerson() {
        String bundle = sell("FOREIGN");
        SANDBOX.misbehave(fault("lost-answer"));
        ShopOrder order = ShopOrder.paid("ESIM-FOREIGN", 1);
        SHOP.post("orders/paid", order);
        String ours = Waiting.until(() -> SANDBOX.purchases("esim-go", bundle), bought -> bought.size() == 1)
                .get(0)
                .path("reference")
                .asText();
        SANDBOX.buyAsSomebodyElse(bundle);
        noAnswerComesAnyMore(order);
        JsonNode waiting = hurryToState(order, "NEEDS_ATTENTION");
        List<JsonNode> purchases = purchasesOf(waiting);
        assertThat(purchases).hasSize(1);
        assertThat(purchases.get(0).path("state").asText()).isEqualTo("UNKNOWN");

        Calls.Answer decided = CALLS.ops(
                "POST",
                "/api/v1/ops/purchases/" + purchases.get(0).path("id").asText() + "/decide",
                "{\"decision\":\"adopt\",\"supplierOrder\":\"" + ours + "\",\"reason\":\"seen in the portal\"}");

        assertThat(decided.status()).isEqualTo(200);
        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(purchasesOf(delivered).get(0).path("supplierOrder").asText()).isEqualTo(ours);
        assertThat(events(delivered)).contains("purchase decided");
    }

    @Test
    void whatASupplierHandsOverTwiceIsAPersonsToJudgeAndNeverBoughtAnew() {
        String bundle = sell("TWICE");
        jdbc.sql(
                        """
                        create or replace function taken() returns trigger language plpgsql as $$ begin
                            if exists (select from fulfillment.purchases where id = new.purchase_id and supplier_sku = '%s') then
                                raise unique_violation;
                            end if;
                            return new;
                        end $$"""
                                .formatted(bundle))
                .update();
        jdbc.sql("create trigger taken before insert on fulfillment.esims for each row execute function taken()")
                .update();
        ShopOrder order = ShopOrder.paid("ESIM-TWICE", 1);
        JsonNode waiting;
        try {
            SHOP.post("orders/paid", order);
            waiting = awaitState(order.id(), "NEEDS_ATTENTION");
        } finally {
            jdbc.sql("drop trigger taken on fulfillment.esims").update();
        }
        assertThat(waiting.path("reason").asText()).isEqualTo("HANDED_OVER_TWICE");

        Waiting.until(() -> restsForMinutes(order.id()), rests -> rests);

        JsonNode still = order(order.id());
        assertThat(still.path("state").asText()).isEqualTo("NEEDS_ATTENTION");
        assertThat(purchasesOf(still)).singleElement().satisfies(purchase -> assertThat(
                        purchase.path("state").asText())
                .isEqualTo("UNKNOWN"));
        assertThat(SANDBOX.purchases("esim-go", bundle)).hasSize(1);
    }

    private boolean restsForMinutes(String order) {
        return jdbc.sql(
                        """
                        select exists (select from operations.work w join retail.orders o on o.work_key = w.task_instance
                        where o.external_id = ? and w.execution_time > now() + interval '5 minutes')""")
                .param(order)
                .query(Boolean.class)
                .single();
    }

    @Test
    void aDecisionOnAPurchaseThatIsNotUnknownChangesNothing() {
        ShopOrder order = ShopOrder.paid();
        SHOP.post("orders/paid", order);
        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        String id = purchasesOf(delivered).get(0).path("id").asText();

        Calls.Answer answer = CALLS.ops(
                "POST",
                "/api/v1/ops/purchases/" + id + "/decide",
                "{\"decision\":\"not-bought\",\"reason\":\"by mistake\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asText()).isEqualTo("not-unknown");
        assertThat(purchasesOf(order(order.id()))).singleElement().satisfies(purchase -> assertThat(
                        purchase.path("state").asText())
                .isEqualTo("COMPLETED"));
    }

    @Test
    void anIncompleteDecisionNamesEveryFieldThatIsWrong() {
        Calls.Answer answer = CALLS.ops("POST", "/api/v1/ops/purchases/1/decide", "{\"decision\":\"perhaps\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().findValuesAsText("field")).containsExactly("decision", "reason");
    }

    @Test
    void anEventThatArrivesWhileItsOrderIsBeingBoughtIsNotLost() {
        sell("SLOW");
        SANDBOX.misbehave(
                "{\"supplier\":\"esim-go\",\"method\":\"POST\",\"path\":\"/orders\",\"fault\":\"latency\",\"millis\":1500}");
        ShopOrder order = ShopOrder.paid("ESIM-SLOW", 1);
        SHOP.post("orders/paid", order);
        Waiting.until(() -> order(order.id()).path("state").asText(), "IN_FULFILLMENT"::equals);

        SHOP.post("orders/paid", order.currentQuantity(2).at("2026-07-01T10:01:00-04:00"));

        assertThat(units(awaitState(order.id(), "DELIVERED"))).containsExactly("SENT", "SENT");
    }

    private String sell(String name) {
        String bundle = "esim_" + name + "_V2";
        Calls.Answer answer =
                CALLS.ops("PUT", "/api/v1/ops/catalog", Catalogs.product("ESIM-" + name, "esim-go", bundle, "1.80"));
        assertThat(answer.status()).isEqualTo(200);
        return bundle;
    }

    private static String fault(String name) {
        return "{\"supplier\":\"esim-go\",\"method\":\"POST\",\"path\":\"/orders\",\"fault\":\"" + name
                + "\",\"times\":1}";
    }

    private List<String> states(JsonNode order) {
        return purchasesOf(order).stream()
                .map(purchase -> purchase.path("state").asText())
                .toList();
    }
}
