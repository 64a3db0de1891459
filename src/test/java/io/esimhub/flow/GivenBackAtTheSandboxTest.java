package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Giving back over real HTTP, held against the supplier's own ledger. */
class GivenBackAtTheSandboxTest extends RunningHub {

    @Test
    void anEsimThatIsRefundedAfterDeliveryStandsAsCancelledInTheSuppliersLedger() {
        int before = cancelled();

        ShopOrder order = deliveredThenRefunded("ESIM-BACK-ONCE", "BACK-ONCE");

        assertThat(awaitCancelled(order).path("outcome").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled()).isEqualTo(before + 1);
        assertThat(events(awaitState(order.id(), "REFUNDED"))).contains("eSIM given back");
    }

    @Test
    void aLostAnswerToACancelIsFoundOutByTheEsimsStateAndItIsCancelledOnce() {
        int before = cancelled();
        SANDBOX.misbehave(
                "{\"supplier\":\"redteago\",\"method\":\"POST\",\"path\":\"/api/v1/open/esim/cancel\",\"fault\":\"lost-answer\",\"times\":1}");

        ShopOrder order = deliveredThenRefunded("ESIM-BACK-LOST", "BACK-LOST");

        assertThat(awaitCancelled(order).path("outcome").asText()).isEqualTo("FOUND_CANCELLED");
        assertThat(awaitCancelled(order).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled()).isEqualTo(before + 1);
        assertThat(events(order(order.id()))).contains("not known whether it was given back");
    }

    private ShopOrder deliveredThenRefunded(String sku, String bundle) {
        Calls.Answer sold = CALLS.ops("PUT", "/api/v1/ops/catalog", Catalogs.product(sku, "redteago", bundle, "1.50"));
        assertThat(sold.status()).isEqualTo(200);
        ShopOrder order = ShopOrder.paid(sku, 1);
        SHOP.post("orders/paid", order);
        awaitState(order.id(), "DELIVERED");
        SHOP.post("orders/paid", order.currentQuantity(0).at("2026-07-02T10:00:00-04:00"));
        return order;
    }

    private JsonNode awaitCancelled(ShopOrder order) {
        return Waiting.until(
                () -> order(order.id())
                        .path("lines")
                        .path(0)
                        .path("units")
                        .path(0)
                        .path("cancellation"),
                found -> "CANCELLED".equals(found.path("state").asText()));
    }

    private int cancelled() {
        return CALLS.get("/sandbox/ledger/summary")
                .path("redteago")
                .path("cancelled")
                .asInt();
    }
}
