package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.work.WorkQueue;
import io.esimhub.orders.ConfirmAnswer;
import io.esimhub.orders.OrderIdentity;
import io.esimhub.orders.SentLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChannelToldTest extends RunningHub {

    private static final String SKU = "ESIM-GB-1GB-7D";

    @Autowired
    ScriptedChannel market;

    @Autowired
    Inbox inbox;

    @Autowired
    WorkQueue work;

    private final OrderIdentity order = ScriptedChannel.order(ScriptedChannel.CURIOUS);

    @Test
    void theChannelIsToldOnceWhatWasMailed() {
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 2, 0));

        JsonNode told = awaitTold(1);

        assertThat(market.heardOf(order)).hasSize(1);
        assertThat(market.heardOf(order).get(0).number()).isEqualTo(1);
        assertThat(market.heardOf(order).get(0).lines())
                .containsExactly(new SentLine("L1", SKU, List.of(Optional.empty(), Optional.empty())));
        assertThat(events(told)).contains("channel told");
        assertThat(told.path("state").asText()).isEqualTo("DELIVERED");
    }

    @Test
    void whatIsSentLaterIsASecondNoticeThatSaysAll() {
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));
        awaitTold(1);
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 2, 1));

        awaitTold(2);

        assertThat(market.heardOf(order)).extracting(notice -> notice.number()).containsExactly(1, 2);
        assertThat(market.heardOf(order).get(1).lines())
                .containsExactly(new SentLine("L1", SKU, List.of(Optional.empty(), Optional.empty())));
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgain() {
        AtomicInteger calls = new AtomicInteger();
        market.answers(order, notice -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("the line is dead");
            }
            return new ConfirmAnswer.Told(List.of());
        });
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));

        awaitTold(1);

        assertThat(market.heardOf(order)).extracting(notice -> notice.number()).containsExactly(1, 1);
    }

    @Test
    void whatTheChannelRefusesIsShownToAPersonWhoMayTryAgain() {
        AtomicInteger calls = new AtomicInteger();
        market.answers(
                order,
                notice -> calls.incrementAndGet() == 1
                        ? new ConfirmAnswer.Refused("no such carrier")
                        : new ConfirmAnswer.Told(List.of("F-9")));
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));

        JsonNode refused = awaitState(ScriptedChannel.CODE, order.externalId(), "NEEDS_ATTENTION");
        assertThat(refused.path("reason").asText()).isEqualTo("CONFIRM_REFUSED");
        JsonNode shown = Waiting.of(
                refused.path("cases"), row -> row.path("kind").asText().equals("confirm-refused"));
        CALLS.ops("POST", "/api/v1/ops/cases/" + shown.path("id").asText() + "/replay", null);

        JsonNode told = awaitTold(1);
        assertThat(told.path("state").asText()).isEqualTo("DELIVERED");
    }

    @Test
    void aChannelThatAsksToWaitIsNotAFailure() {
        double failed = failedRuns();
        AtomicInteger calls = new AtomicInteger();
        market.answers(
                order,
                notice -> calls.incrementAndGet() == 1
                        ? new ConfirmAnswer.Later(Instant.now().plusMillis(300))
                        : new ConfirmAnswer.Told(List.of()));
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));

        awaitTold(1);

        assertThat(failedRuns()).isEqualTo(failed);
    }

    @Test
    void aShopThatCannotBeToldCostsNothing() {
        OrderIdentity deaf = ScriptedChannel.order("deaf");
        market.tell(inbox, ScriptedChannel.paid(deaf, SKU, 1, 0));

        JsonNode delivered = awaitState(ScriptedChannel.CODE, deaf.externalId(), "DELIVERED");

        assertThat(delivered.path("channelTold").isNull()).isTrue();
        assertThat(market.heardOf(deaf)).isEmpty();
    }

    @Test
    void onlyOneRunTellsAtATime() {
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        market.answers(order, notice -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            work.enqueue("confirm", "confirm:" + notice.order() + ":again", "" + notice.order(), Duration.ZERO);
            Waiting.until(this::itemsBeside, left -> left > 0);
            pause();
            together.decrementAndGet();
            return new ConfirmAnswer.Told(List.of());
        });
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));

        awaitTold(1);
        Waiting.until(this::itemsBeside, left -> left == 0);

        assertThat(most.get()).isEqualTo(1);
        assertThat(market.heardOf(order)).hasSize(1);
    }

    @Test
    void aTellingThatWasLeftBehindIsFoundByTheSweeper() {
        market.tell(inbox, ScriptedChannel.paid(order, SKU, 1, 0));
        awaitTold(1);
        jdbc.sql(
                        """
                        update retail.confirmations set deliveries = 2, changed_at = now() - interval '2 minutes'
                        where order_id = (select id from retail.orders where external_id = ?)""")
                .param(order.externalId())
                .update();

        assertThat(leftBehind()).isOne();
    }

    private long leftBehind() {
        return jdbc.sql(Statements.read("sql/orders/confirmations-left-behind.sql")).query(Long.class).list().stream()
                .filter(id -> id == number())
                .count();
    }

    private long number() {
        return jdbc.sql("select id from retail.orders where external_id = ?")
                .param(order.externalId())
                .query(Long.class)
                .single();
    }

    private long itemsBeside() {
        return jdbc.sql("select count(*) from operations.work where task_instance = ?")
                .param("confirm:" + number() + ":again")
                .query(Long.class)
                .single();
    }

    /** Long enough for the scheduler to try the other item. */
    private static void pause() {
        org.awaitility.Awaitility.await().pollDelay(Duration.ofMillis(600)).until(() -> true);
    }

    private JsonNode awaitTold(int mails) {
        return Waiting.until(
                () -> order(ScriptedChannel.CODE, order.externalId()),
                shown -> shown.path("channelTold").path("told").asInt() == mails
                        && !shown.path("state").asText().equals("NEEDS_ATTENTION"));
    }
}
