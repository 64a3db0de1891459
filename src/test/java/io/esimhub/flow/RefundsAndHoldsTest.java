package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.orders.OrderIdentity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RefundsAndHoldsTest extends RunningHub {

    private static final String SKU = "ESIM-GB-1GB-7D";

    @Autowired
    ScriptedChannel market;

    @Autowired
    Inbox inbox;

    private final OrderIdentity order = ScriptedChannel.order("deaf");

    @Test
    void aRefundThatComesBeforeItsOrderIsTakenOffWhenTheOrderComes() {
        market.tell(inbox, ScriptedChannel.refund(order, "R1", 5, Map.of("L1", 1)));
        Waiting.until(this::refunds, count -> count == 1);
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 2, 0));

        JsonNode delivered = await("DELIVERED");

        assertThat(units(delivered)).containsExactly("SENT");
        assertThat(delivered.path("lines").path(0).path("quantity").asInt()).isEqualTo(1);
        assertThat(delivered.path("refunds")).hasSize(1);
    }

    @Test
    void aRefundedUnitIsDroppedOnceHoweverOftenTheRefundIsTold() {
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 2, 0));
        await("DELIVERED");

        market.tell(inbox, ScriptedChannel.refund(order, "R1", 5, Map.of("L1", 1)));
        market.tell(inbox, ScriptedChannel.refund(order, "R1", 5, Map.of("L1", 1)));

        JsonNode refunded = Waiting.until(() -> order(ScriptedChannel.CODE, order.externalId()), shown -> units(shown)
                .contains("DROPPED"));
        assertThat(units(refunded)).containsExactly("SENT", "DROPPED");
        awaitNothingToDo();
        assertThat(units(order(ScriptedChannel.CODE, order.externalId()))).containsExactly("SENT", "DROPPED");
    }

    @Test
    void aSnapshotThatCountsTheRefundAlreadyIsNotReducedAgain() {
        market.tell(inbox, ScriptedChannel.counting(order, SKU, 1, 5, "R1"));
        market.tell(inbox, ScriptedChannel.refund(order, "R1", 5, Map.of("L1", 1)));

        JsonNode delivered = await("DELIVERED");

        assertThat(units(delivered)).containsExactly("SENT");
    }

    @Test
    void aSnapshotOfTheSameSecondThatDoesNotListTheRefundIsReduced() {
        market.tell(inbox, ScriptedChannel.refund(order, "R2", 5, Map.of("L1", 1)));
        Waiting.until(this::refunds, count -> count == 1);
        market.tell(inbox, ScriptedChannel.counting(order, SKU, 2, 5, "R1"));

        assertThat(units(await("DELIVERED"))).containsExactly("SENT");
    }

    @Test
    void moneyAloneThatGoesBackChangesNothingThatIsOwed() {
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));
        market.tell(inbox, ScriptedChannel.refund(order, "R1", 5, Map.of()));

        JsonNode delivered = await("DELIVERED");
        JsonNode shown = Waiting.until(
                () -> order(ScriptedChannel.CODE, order.externalId()),
                now -> now.path("refunds").size() == 1);

        assertThat(units(delivered)).containsExactly("SENT");
        assertThat(units(shown)).containsExactly("SENT");
        assertThat(shown.path("refunds").path(0).path("amount").asText()).startsWith("4.5");
    }

    @Test
    void aHeldOrderWaitsForAPersonWhateverTheChannelTellsNext() {
        market.tell(inbox, ScriptedChannel.held(order, SKU, 1, 0));
        JsonNode held = await("NEEDS_ATTENTION");
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 7));
        awaitNothingToDo();

        JsonNode still = order(ScriptedChannel.CODE, order.externalId());
        assertThat(held.path("reason").asText()).isEqualTo("RISK");
        assertThat(still.path("state").asText()).isEqualTo("NEEDS_ATTENTION");
        assertThat(units(still)).containsExactly("OWED");
        assertThat(purchasesOf(still)).isEmpty();
        assertThat(Waiting.of(
                                still.path("cases"),
                                row -> row.path("kind").asText().equals("held-order"))
                        .path("state")
                        .asText())
                .isEqualTo("OPEN");
    }

    @Test
    void anOrderThatSomebodyElseServedIsHeldAndOneThatWeServedIsNot() {
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));
        await("DELIVERED");
        OrderIdentity other = ScriptedChannel.order("deaf");

        market.tell(inbox, ScriptedChannel.servedAlready(order, SKU, 1, 9));
        market.tell(inbox, ScriptedChannel.servedAlready(other, SKU, 1, 9));

        JsonNode held = awaitState(ScriptedChannel.CODE, other.externalId(), "NEEDS_ATTENTION");
        assertThat(held.path("reason").asText()).isEqualTo("FULFILLED_ALREADY");
        assertThat(purchasesOf(held)).isEmpty();
        awaitNothingToDo();
        assertThat(order(ScriptedChannel.CODE, order.externalId()).path("state").asText())
                .isEqualTo("DELIVERED");
    }

    @Test
    void anAddressThatTheChannelDoesNotTellAnyMoreIsNotForgotten() {
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));
        await("DELIVERED");

        market.tell(inbox, ScriptedChannel.nameless(order, SKU, 2, 9));

        JsonNode shown = Waiting.until(() -> order(ScriptedChannel.CODE, order.externalId()), now -> units(now)
                .equals(java.util.List.of("SENT", "SENT")));
        assertThat(shown.path("customer").path("email").asText()).isNotEmpty();
    }

    @Test
    void aHeldOrderThatIsCancelledIsNobodysTaskAnyMore() {
        market.tell(inbox, ScriptedChannel.held(order, SKU, 1, 0));
        await("NEEDS_ATTENTION");
        market.tell(inbox, ScriptedChannel.cancelled(order, SKU, 1, 7));

        JsonNode cancelled = await("CANCELLED");

        assertThat(cancelled.path("cases").findValuesAsText("state")).containsOnly("CLOSED");
    }

    private JsonNode await(String state) {
        return awaitState(ScriptedChannel.CODE, order.externalId(), state);
    }

    private long refunds() {
        return jdbc.sql("select count(*) from retail.refunds where order_ref = ?")
                .param(order.externalId())
                .query(Long.class)
                .single();
    }

    private void awaitNothingToDo() {
        Waiting.until(
                () -> jdbc.sql("select count(*) from operations.inbox where shop = 'deaf' and processed_at is null")
                        .query(Long.class)
                        .single(),
                left -> left == 0);
    }
}
