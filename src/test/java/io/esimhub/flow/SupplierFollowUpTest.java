package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What comparisons with a supplier's list find beside what stands in the list itself. */
class SupplierFollowUpTest extends RunningHub {

    private static final String BUNDLE = "esim_1GB_7D_GB_V2";

    @Test
    void whatOnceMayHaveBelongedToALostAnswerIsJudgedAgainInEachRunOverWhicheverDay() {
        SANDBOX.buyAsSomebodyElse(BUNDLE);
        SupplierRun.sold();
        String reference = SupplierRun.breakOf(SupplierRun.over("esim-go"), "NOT_OURS")
                .path("subject")
                .asText();
        jdbc.sql(
                        """
                        update reconciliation.breaks set state = 'REPAIRED', ended_at = now(), ended_by = 'a search that went wrong'
                        where subject = ?""")
                .param(reference)
                .update();

        JsonNode later = SupplierRun.over("esim-go", Instant.now().plusMillis(10));

        assertThat(SupplierRun.breakOf(later, "NOT_OURS").path("subject").asText())
                .isEqualTo(reference);
        CALLS.ops(
                "POST",
                "/api/v1/ops/breaks/"
                        + SupplierRun.breakOf(later, "NOT_OURS").path("id").asText() + "/close",
                "{\"reason\":\"seen twice\"}");
        assertThat(SupplierRun.over("esim-go", Instant.now().plusMillis(10))
                        .path("found")
                        .asInt())
                .isZero();
    }

    @Test
    void anOrderThatWasBoughtAndWhoseMailNeverLeftIsACaseUntilItDid() {
        ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", 1);
        SHOP.post("orders/paid", order);
        String purchase = purchasesOf(awaitState(order.id(), "DELIVERED"))
                .get(0)
                .path("id")
                .asText();
        SupplierRun.sold();
        asItStands(purchase, "REFUSED", "BOUGHT", "IN_FULFILLMENT");

        JsonNode stuck = SupplierRun.breakOf(SupplierRun.over("esim-go"), "NOT_DELIVERED");

        assertThat(stuck.path("purchase").asText()).isEqualTo(purchase);
        assertThat(awaitState(order.id(), "NEEDS_ATTENTION").path("reason").asText())
                .isEqualTo("NOT_DELIVERED");
        assertThat(SupplierRun.statement("NOT_DELIVERED").path("lines").findValuesAsText("purchase"))
                .contains(purchase);
        asItStands(purchase, "SENT", "SENT", "NEEDS_ATTENTION");
        awaitState(order.id(), "DELIVERED");
    }

    @Test
    void whereNoDatabaseWasRestoredThereIsNoRecoveryToDecideAbout() {
        assertThat(CALLS.ops("POST", "/api/v1/ops/recovery/runs/1/decide", "{\"decision\":\"repeat\"}")
                        .status())
                .isEqualTo(404);
        assertThat(CALLS.ops("POST", "/api/v1/ops/recovery/runs/1/decide", "{}")
                        .body()
                        .path("errors"))
                .hasSize(1);
        assertThat(CALLS.ops("POST", "/api/v1/ops/recovery/release", "{\"reason\":\"none\"}")
                        .status())
                .isEqualTo(404);
    }

    /** As if its eSIM had been bought thirteen hours ago, and this had become of it. */
    private void asItStands(String purchase, String mail, String unit, String state) {
        jdbc.sql(
                        """
                        with stuck as (
                            update fulfillment.esims set created_at = now() - interval '13 hours' where purchase_id = :purchase
                            returning id, unit_id
                        ), units as (
                            update fulfillment.units u set state = :unit from stuck where u.id = stuck.unit_id returning u.request_id
                        ), mails as (
                            update fulfillment.deliveries d set state = :mail, sent_at = case when :mail = 'SENT' then now() end
                            from fulfillment.delivery_esims c join stuck on stuck.id = c.esim_id where d.id = c.delivery_id
                        )
                        update retail.orders o set state = :state from units join fulfillment.requests r on r.id = units.request_id
                        where o.id = r.owner_order""")
                .param("purchase", Long.valueOf(purchase))
                .param("mail", mail)
                .param("unit", unit)
                .param("state", state)
                .update();
    }
}
