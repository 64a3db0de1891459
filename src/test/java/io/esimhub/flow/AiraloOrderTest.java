package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Orders that Airalo delivers: a supplier that keeps our key as a text, and would sell again if it were asked twice. */
class AiraloOrderTest extends RunningHub {

    @Test
    void anOrderOfThreeIsOnePurchaseAndOneMail() {
        sell("ADELIVER");
        ShopOrder order = ShopOrder.paid("ESIM-ADELIVER", 3);

        SHOP.post("orders/paid", order);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        JsonNode purchase = purchasesOf(delivered).get(0);
        assertThat(SANDBOX.purchases("airalo", "roam-adeliver")).singleElement().satisfies(sold -> {
            assertThat(sold.path("key").asText()).isEqualTo(purchase.path("key").asText());
            assertThat(sold.path("reference").asText())
                    .isEqualTo(purchase.path("supplierOrder").asText());
            assertThat(sold.path("quantity").asInt()).isEqualTo(3);
        });
        assertThat(mailsTo(order.email())).hasSize(1);
    }

    @Test
    void aLostAnswerIsFoundByItsDescriptionAndBoughtOnce() {
        sell("ALOST");
        SANDBOX.misbehave(fault("lost-answer"));
        ShopOrder order = ShopOrder.paid("ESIM-ALOST", 2);

        SHOP.post("orders/paid", order);

        noAnswerComesAnyMore(order);
        JsonNode delivered = hurryToState(order, "DELIVERED");
        assertThat(events(delivered)).contains("outcome unknown", "found at the supplier", "mail sent");
        assertThat(SANDBOX.purchases("airalo", "roam-alost")).hasSize(1);
        assertThat(mailsTo(order.email())).hasSize(1);
    }

    /** The other one has the same bundle, quantity and moment; only its description is not ours. */
    @Test
    void anOrderOfSomebodyElseOnTheAccountIsNeverTakenForOurs() {
        sell("AFOREIGN");
        SANDBOX.misbehave(fault("foreign-order"));
        ShopOrder order = ShopOrder.paid("ESIM-AFOREIGN", 1);

        SHOP.post("orders/paid", order);

        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        assertThat(SANDBOX.purchases("airalo", "roam-aforeign")).hasSize(2);
        assertThat(purchasesOf(delivered)).hasSize(1);
    }

    @Test
    void anOrderThatNeverArrivedIsBoughtAnewOnlyAfterItIsAbsentTwice() {
        sell("ARESET");
        SANDBOX.misbehave(fault("reset"));
        ShopOrder order = ShopOrder.paid("ESIM-ARESET", 1);

        SHOP.post("orders/paid", order);

        noAnswerComesAnyMore(order);
        JsonNode delivered = hurryToState(order, "DELIVERED");
        assertThat(events(delivered)).contains("not in the supplier's list", "not bought");
        assertThat(SANDBOX.purchases("airalo", "roam-areset")).hasSize(1);
    }

    private static void sell(String name) {
        Calls.Answer answer = CALLS.ops(
                "PUT",
                "/api/v1/ops/catalog",
                Catalogs.product("ESIM-" + name, "airalo", "roam-" + name.toLowerCase(), "1.60"));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String fault(String name) {
        return "{\"supplier\":\"airalo\",\"method\":\"POST\",\"path\":\"/orders\",\"fault\":\"" + name
                + "\",\"times\":1}";
    }
}
