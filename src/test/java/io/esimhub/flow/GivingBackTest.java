package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimStatus.Stage;
import io.esimhub.suppliers.SupplierAnswer.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of an eSIM that is not owed any more, at a supplier that says what the test wants it to say. */
class GivingBackTest extends RunningHub {

    private static final CancelAnswer CANCELLED = new CancelAnswer.Cancelled();
    private static final CancelAnswer LOST = new CancelAnswer.Unknown("READ_TIMEOUT");

    @Autowired
    CamelContext camel;

    @Autowired
    ProducerTemplate producer;

    private ScriptedSupplier supplier;

    @BeforeEach
    void aSupplierThatTakesEverythingBack() throws Exception {
        supplier = new ScriptedSupplier(camel, "esim-go");
        supplier.saysStatus(Stage.NEW);
        supplier.answersCancel(CANCELLED);
    }

    @AfterEach
    void theSupplierIsItselfAgain() throws Exception {
        supplier.close();
        jdbc.sql("delete from operations.work where task_instance like 'cancel:%'")
                .update();
        jdbc.sql("delete from operations.cases where kind in ('supplier-access', 'dead-letter')")
                .update();
    }

    @Test
    void whatIsRefundedAfterDeliveryAndNotUsedIsGivenBackAndNobodyIsBothered() {
        ShopOrder order = deliveredThenReduced(2, 1);

        JsonNode given = awaitCancellation(order, "CANCELLED");

        assertThat(given.path("outcome").asText()).isEqualTo("CANCELLED");
        JsonNode after = awaitState(order.id(), "DELIVERED");
        assertThat(units(after)).containsExactly("SENT", "DROPPED");
        assertThat(after.path("cases")).isEmpty();
        assertThat(told(after, "eSIM given back").path("cost").asText()).isEqualTo("1.8000 USD");
        assertThat(told(after, "eSIM given back").path("supplier").asText()).isEqualTo("esim-go");
        assertThat(supplier.calls("cancel")).isEqualTo(1);
        assertThat(cancellation(order.id(), 0).isNull()).isTrue();
    }

    @Test
    void whatTheTravellerHasInstalledIsKeptAndIsATaskForAPerson() {
        supplier.saysStatus(Stage.INSTALLED);

        ShopOrder order = deliveredThenReduced(2, 1);

        assertThat(awaitCancellation(order, "KEPT").path("outcome").asText()).isEqualTo("INSTALLED");
        JsonNode after = awaitState(order.id(), "NEEDS_ATTENTION");
        assertThat(after.path("reason").asText()).isEqualTo("INSTALLED_BEFORE_CANCELLING");
        assertThat(after.path("cases").path(0).path("kind").asText()).isEqualTo("return-esim");
        assertThat(events(after)).contains("eSIM not given back");
        assertThat(supplier.calls("cancel")).isZero();
    }

    @Test
    void aLostAnswerIsFoundOutByTheEsimsStateAndItIsGivenBackOnce() {
        supplier.answersCancel(LOST);
        supplier.saysStatus(Stage.NEW, Stage.CANCELLED);

        ShopOrder order = deliveredThenReduced(1, 0);

        awaitCancellation(order, "UNKNOWN");
        assertThat(hurryToCancellation(order, "CANCELLED").path("outcome").asText())
                .isEqualTo("FOUND_CANCELLED");
        assertThat(supplier.calls("cancel")).isEqualTo(1);
        assertThat(order(order.id()).path("state").asText()).isEqualTo("REFUNDED");
    }

    @Test
    void anErrorOfTheSuppliersRouteIsALostAnswerToo() {
        supplier.staysSilent("cancel");
        supplier.saysStatus(Stage.NEW, Stage.CANCELLED);

        ShopOrder order = deliveredThenReduced(1, 0);

        hurryToCancellation(order, "CANCELLED");
        assertThat(supplier.calls("cancel")).isEqualTo(1);
    }

    @Test
    void whatNeverReachedTheSupplierIsSentAgainBecauseItsStateSaysSo() {
        supplier.answersCancel(LOST, CANCELLED);

        ShopOrder order = deliveredThenReduced(1, 0);

        hurryToCancellation(order, "CANCELLED");
        assertThat(supplier.calls("cancel")).isEqualTo(2);
    }

    @Test
    void aRefusalAfterALostAnswerMayMeanThatTheFirstOneWasHeard() {
        supplier.answersCancel(LOST, new CancelAnswer.Refused("no such bundle"));
        supplier.saysStatus(Stage.NEW, Stage.NEW, Stage.CANCELLED);

        ShopOrder order = deliveredThenReduced(1, 0);

        hurryToCancellation(order, "CANCELLED");
        assertThat(order(order.id()).path("cases")).isEmpty();
    }

    @Test
    void aRefusalIsATaskForAPersonWithTheSuppliersWords() {
        supplier.answersCancel(new CancelAnswer.Refused("too late for this bundle"));

        ShopOrder order = deliveredThenReduced(2, 1);

        assertThat(awaitCancellation(order, "KEPT").path("answer").asText()).isEqualTo("too late for this bundle");
        assertThat(awaitState(order.id(), "NEEDS_ATTENTION").path("reason").asText())
                .isEqualTo("CANCEL_REFUSED");
    }

    @Test
    void aBusySupplierIsAskedAgainWhenItSaysAndItIsNoFailure() {
        double failed = failedRuns();
        supplier.answersCancel(
                new CancelAnswer.NotSent(Cause.BUSY, Optional.of(Duration.ofSeconds(2)), "slow down"), CANCELLED);
        Instant start = Instant.now();

        ShopOrder order = deliveredThenReduced(1, 0);

        awaitCancellation(order, "CANCELLED");
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(supplier.calls("cancel")).isEqualTo(2);
        assertThat(failedRuns()).isEqualTo(failed);
    }

    @Test
    void aRefusedKeyIsACaseOfTheSupplierAndTheEsimWaits() {
        supplier.answersCancel(new CancelAnswer.NotSent(Cause.ACCESS, Optional.empty(), "who are you"));

        ShopOrder order = deliveredThenReduced(1, 0);

        Waiting.until(
                () -> CALLS.get("/api/v1/ops/cases?kind=supplier-access").path("cases"), cases -> cases.size() == 1);
        assertThat(awaitCancellation(order, "REQUESTED").path("outcome").asText())
                .isEqualTo("ACCESS");
    }

    @Test
    void aSupplierThatCannotBeAskedForHoursIsATaskForAPersonAndNothingWasSent() {
        supplier.staysSilent("status");
        ShopOrder order = deliveredThenReduced(2, 1);
        awaitCancellation(order, "REQUESTED");
        for (int hours = 0; hours < 8; hours++) {
            int asked = Waiting.until(() -> supplier.calls("status"), calls -> calls > 0);
            jdbc.sql("update operations.work set execution_time = now() where task_instance like 'cancel:%'")
                    .update();
            Waiting.until(
                    () -> supplier.calls("status") > asked || "KEPT".equals(state(order)), progressed -> progressed);
        }

        assertThat(awaitCancellation(order, "KEPT").path("outcome").asText()).isEqualTo("NOT_REACHED");
        assertThat(awaitState(order.id(), "NEEDS_ATTENTION").path("reason").asText())
                .isEqualTo("CANCEL_NOT_REACHED");
        assertThat(supplier.calls("cancel")).isZero();
    }

    @Test
    void whatADeadProcessLeftDispatchedIsFoundBySweepAndAlarmAndSettledByTheEsimsState() {
        supplier.answersCancel(LOST);
        ShopOrder order = deliveredThenReduced(1, 0);
        awaitCancellation(order, "UNKNOWN");
        supplier.saysStatus(Stage.CANCELLED);
        String id = cancellation(order.id(), 0).path("id").asText();
        jdbc.sql("delete from operations.work where task_instance like 'cancel:' || ? || ':%'")
                .param(id)
                .update();
        jdbc.sql(
                        """
                        update fulfillment.cancellations set state = 'DISPATCHED', dispatched_at = now() - interval '31 minutes',
                            answer_by = now() - interval '30 minutes' where id = ?::bigint""")
                .param(id)
                .update();

        producer.requestBody("sql:classpath:sql/operations/old-work-open.sql", (Object) null);
        assertThat(alarms()).contains("cancellation:" + id);
        List<?> left = producer.requestBody(
                "sql:classpath:sql/fulfillment/cancellations-left-behind.sql", (Object) null, List.class);
        assertThat(left.toString()).contains("id=" + id);
        producer.sendBody("work:cancellations?key=cancel:" + id + ":sweep", id);

        hurryToCancellation(order, "CANCELLED");
        producer.requestBody("sql:classpath:sql/operations/old-work-close.sql", (Object) null);
        assertThat(alarms()).doesNotContain("cancellation:" + id);
        assertThat(supplier.calls("cancel")).isEqualTo(1);
    }

    @Test
    void nothingIsGivenBackWhileItsMailIsGoingOut() {
        ShopOrder order = delivered(1);
        jdbc.sql(
                        """
                        update fulfillment.deliveries d set state = 'PENDING', sent_at = null, sending_by = gen_random_uuid(),
                            sending_until = now() + interval '1 hour'
                        from retail.orders o where o.id = d.owner_order and o.external_id = ?""")
                .param(order.id())
                .update();

        reduce(order, 0);

        awaitCancellation(order, "REQUESTED");
        Waiting.until(() -> restsForAnHour(cancellation(order.id(), 0)), rests -> rests);
        assertThat(supplier.calls("cancel")).isZero();

        jdbc.sql(
                        """
                        update fulfillment.deliveries d set sending_until = now() from retail.orders o
                        where o.id = d.owner_order and o.external_id = ?""")
                .param(order.id())
                .update();
        hurryToCancellation(order, "CANCELLED");
        assertThat(supplier.calls("cancel")).isEqualTo(1);
    }

    @Test
    void aMailThatCouldNotLeaveIsWithdrawnAndItsEsimGivenBackWhenNothingOfItIsOwedAnyMore() {
        MAIL.stop();
        ShopOrder order = ShopOrder.paid();
        try {
            SHOP.post("orders/paid", order);
            awaitState(order.id(), "FULFILLED");
            Waiting.until(() -> deliveries(order.id()), List.of("PENDING")::equals);
            Waiting.until(() -> attempts(order.id()), tries -> tries > 0);

            SHOP.post(
                    "orders/paid",
                    order.with("cancelled_at", "2026-07-03T10:00:00-04:00").at("2026-07-03T10:00:00-04:00"));
            awaitState(order.id(), "REFUNDED");
        } finally {
            MAIL.start();
        }

        assertThat(deliveries(order.id())).containsExactly("WITHDRAWN");
        awaitCancellation(order, "CANCELLED");
        assertThat(mailsTo(order.email())).isEmpty();
    }

    @Test
    void aSupplierThatHangsHoldsNoMoreThanFourThreadsOfEachProcess() {
        CountDownLatch hanging = new CountDownLatch(1);
        supplier.hangs("status", hanging);
        List<ShopOrder> orders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            orders.add(deliveredThenReduced(1, 0));
        }
        Waiting.until(() -> supplier.calls("status"), calls -> calls == 4);

        // all six are due again and again; two of them find no place, and orders go on being bought meanwhile
        hurry("cancel:");
        delivered(1);

        assertThat(supplier.calls("status")).isEqualTo(4);
        hanging.countDown();
        orders.forEach(order -> hurryToCancellation(order, "CANCELLED"));
        assertThat(supplier.calls("cancel")).isEqualTo(6);
    }

    @Test
    void whereOnlyAPersonCanGiveBackThePersonSaysWhatBecameOfIt() {
        ShopOrder order = delivered(2);
        jdbc.sql(
                        """
                        update fulfillment.esims e set supplier = 'by-hand' from fulfillment.units u, fulfillment.requests r, retail.orders o
                        where u.id = e.unit_id and r.id = u.request_id and o.id = r.owner_order and o.external_id = ?""")
                .param(order.id())
                .update();
        reduce(order, 1);
        JsonNode waiting = awaitState(order.id(), "NEEDS_ATTENTION");
        JsonNode kept = cancellation(order.id(), 1);
        assertThat(waiting.path("reason").asText()).isEqualTo("SENT_BUT_NO_LONGER_OWED");
        assertThat(kept.path("outcome").asText()).isEqualTo("BY_A_PERSON");

        assertThat(cancel(esim(order.id(), 1)).body().path("code").asText()).isEqualTo("not-by-call");
        Calls.Answer decided = decide(kept, "{\"decision\":\"cancelled\",\"reason\":\"credited by their support\"}");

        assertThat(decided.status()).isEqualTo(200);
        JsonNode after = awaitState(order.id(), "DELIVERED");
        assertThat(cancellation(order.id(), 1).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(told(after, "cancellation decided").path("reason").asText()).isEqualTo("credited by their support");
        assertThat(decide(kept, "{\"decision\":\"kept\",\"reason\":\"by mistake\"}")
                        .status())
                .isEqualTo(409);
        assertThat(supplier.calls("cancel")).isZero();
    }

    @Test
    void anOwedEsimIsNotGivenBack() {
        ShopOrder order = delivered(1);

        Calls.Answer answer = cancel(esim(order.id(), 0));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asText()).isEqualTo("still-owed");
        assertThat(supplier.calls("status")).isZero();
        assertThat(cancellation(order.id(), 0).isNull()).isTrue();
    }

    @Test
    void anActivatedEsimIsNotGivenBackAndNothingIsChanged() {
        supplier.saysStatus(Stage.ACTIVE);
        ShopOrder order = deliveredThenReduced(2, 1);
        awaitCancellation(order, "KEPT");
        JsonNode before = awaitState(order.id(), "NEEDS_ATTENTION");

        Calls.Answer answer = cancel(esim(order.id(), 1));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asText()).isEqualTo("esim-activated");
        assertThat(order(order.id())).isEqualTo(before);
        assertThat(supplier.calls("cancel")).isZero();
    }

    @Test
    void aSilentSupplierIsNoReasonToGiveAnythingBack() {
        supplier.answersCancel(new CancelAnswer.Refused("not today"));
        ShopOrder order = deliveredThenReduced(2, 1);
        awaitCancellation(order, "KEPT");
        JsonNode before = awaitState(order.id(), "NEEDS_ATTENTION");
        supplier.staysSilent("status");

        Calls.Answer answer = cancel(esim(order.id(), 1));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("retry-after");
        assertThat(order(order.id())).isEqualTo(before);
    }

    @Test
    void aPersonAsksAgainForWhatWasRefusedAndGetsItBackOnce() {
        supplier.answersCancel(new CancelAnswer.Refused("not today"), CANCELLED);
        ShopOrder order = deliveredThenReduced(2, 1);
        awaitCancellation(order, "KEPT");
        awaitState(order.id(), "NEEDS_ATTENTION");

        Calls.Answer answer = cancel(esim(order.id(), 1));

        assertThat(answer.status()).isEqualTo(202);
        awaitCancellation(order, "CANCELLED");
        JsonNode after = awaitState(order.id(), "DELIVERED");
        assertThat(told(after, "giving back asked for").path("reason").asText()).isEqualTo("customer called");
        Calls.Answer again = cancel(esim(order.id(), 1));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("code").asText()).isEqualTo("cancelled-already");
        assertThat(supplier.calls("cancel")).isEqualTo(2);
    }

    @Test
    void whatIsNotThereOrNotCompleteIsNamed() {
        assertThat(cancel("999999999").status()).isEqualTo(404);
        assertThat(cancel("one").status()).isEqualTo(404);
        Calls.Answer unreasoned = CALLS.ops("POST", "/api/v1/ops/esims/1/cancel", "{}");
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.body().findValuesAsText("field")).containsExactly("reason");
        assertThat(CALLS.ops("POST", "/api/v1/ops/esims/1/cancel", "nonsense").status())
                .isEqualTo(400);
        Calls.Answer undecided = CALLS.ops("POST", "/api/v1/ops/cancellations/1/decide", "{\"decision\":\"perhaps\"}");
        assertThat(undecided.status()).isEqualTo(422);
        assertThat(undecided.body().findValuesAsText("field")).containsExactly("decision", "reason");
        assertThat(CALLS.ops(
                                "POST",
                                "/api/v1/ops/cancellations/999999999/decide",
                                "{\"decision\":\"kept\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void cancellationsAreListedByOrderAndState() {
        ShopOrder order = deliveredThenReduced(1, 0);
        awaitCancellation(order, "CANCELLED");

        String number = order(order.id()).path("number").asText();
        JsonNode page = CALLS.get("/api/v1/ops/cancellations?state=CANCELLED&order=" + number);

        assertThat(page.path("cancellations")).hasSize(1);
        JsonNode row = page.path("cancellations").path(0);
        assertThat(row.path("esim").asText()).isEqualTo(esim(order.id(), 0));
        assertThat(row.path("supplier").asText()).isEqualTo("esim-go");
        assertThat(row.path("cost").path("amount").asText()).isEqualTo("1.8000");
    }

    private List<String> deliveries(String order) {
        return jdbc.sql(
                        """
                        select d.state from fulfillment.deliveries d join retail.orders o on o.id = d.owner_order
                        where d.owner_kind = 'retail' and o.external_id = ?""")
                .param(order)
                .query(String.class)
                .list();
    }

    /** Of the item that moves the order: its run has ended, so nobody has the mail in hand. */
    private int attempts(String order) {
        return jdbc.sql(
                        """
                        select coalesce(max((convert_from(w.task_data, 'UTF8')::jsonb ->> 'attempts')::integer), 0)
                        from operations.work w join retail.orders o on o.work_key = w.task_instance where o.external_id = ?""")
                .param(order)
                .query(Integer.class)
                .single();
    }

    private ShopOrder deliveredThenReduced(int bought, int left) {
        ShopOrder order = delivered(bought);
        reduce(order, left);
        return order;
    }

    private ShopOrder delivered(int quantity) {
        ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", quantity);
        SHOP.post("orders/paid", order);
        awaitState(order.id(), "DELIVERED");
        return order;
    }

    private static void reduce(ShopOrder order, int left) {
        SHOP.post("orders/paid", order.currentQuantity(left).at("2026-07-02T10:00:00-04:00"));
    }

    /** Of the unit with the highest ordinal, which is the first to be dropped. */
    private JsonNode awaitCancellation(ShopOrder order, String state) {
        return Waiting.until(
                () -> lastCancellation(order),
                found -> state.equals(found.path("state").asText()));
    }

    private boolean restsForAnHour(JsonNode cancellation) {
        return jdbc.sql(
                        """
                        select exists (select from operations.work
                        where starts_with(task_instance, ?) and execution_time > now() + interval '50 minutes')""")
                .param("cancel:" + cancellation.path("id").asText() + ":")
                .query(Boolean.class)
                .single();
    }

    /** What is put off until later is done now, as often as it is put off. */
    private JsonNode hurryToCancellation(ShopOrder order, String state) {
        return Waiting.until(
                () -> {
                    hurry("cancel:");
                    return lastCancellation(order);
                },
                found -> state.equals(found.path("state").asText()));
    }

    private String state(ShopOrder order) {
        return lastCancellation(order).path("state").asText();
    }

    private JsonNode lastCancellation(ShopOrder order) {
        JsonNode units = order(order.id()).path("lines").path(0).path("units");
        return units.path(units.size() - 1).path("cancellation");
    }

    private JsonNode cancellation(String order, int unit) {
        return order(order).path("lines").path(0).path("units").path(unit).path("cancellation");
    }

    private String esim(String order, int unit) {
        return order(order)
                .path("lines")
                .path(0)
                .path("units")
                .path(unit)
                .path("esim")
                .asText();
    }

    private static Calls.Answer cancel(String esim) {
        return CALLS.ops("POST", "/api/v1/ops/esims/" + esim + "/cancel", "{\"reason\":\"customer called\"}");
    }

    private static Calls.Answer decide(JsonNode cancellation, String decision) {
        return CALLS.ops(
                "POST", "/api/v1/ops/cancellations/" + cancellation.path("id").asText() + "/decide", decision);
    }

    private static JsonNode told(JsonNode order, String event) {
        for (JsonNode entry : order.path("timeline")) {
            if (event.equals(entry.path("event").asText())) {
                return entry.path("details");
            }
        }
        throw new AssertionError("not told: " + event);
    }

    private static List<String> alarms() {
        return CALLS.get("/api/v1/ops/cases?kind=old-work").findValuesAsText("subject");
    }
}
