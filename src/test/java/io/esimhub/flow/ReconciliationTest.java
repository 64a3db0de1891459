package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.reconciliation.RunRequests;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What comparisons with the channels' lists find, mend, and leave to a person. */
class ReconciliationTest extends RunningHub {

    @Autowired
    RunRequests requests;

    @Autowired
    ProducerTemplate producer;

    @Autowired
    MarketBooks books;

    private static final String SHOP_DOMAIN = "esim-hub-local.myshopify.com";

    @Test
    void oneRunMendsWhatAThousandWebhooksLostAndTheNextFindsNothing() {
        Instant from = Instant.now().minusSeconds(2);
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < 990; i++) {
            place("shopify", "{\"paid\":false}", i == 17 || i == 400 ? "&quiet=true" : "");
        }
        lost.add(place("shopify", "{}", "&quiet=true"));
        String edited = placeAndDeliver(2);
        String refunded = placeAndDeliver(2);
        String cancelled = placeAndDeliver(1);
        String forgotten = placeAndDeliver(1);
        // an event whose run comes back reads its order at the shop again, which would show it changed already
        List.of(edited, refunded, cancelled, forgotten)
                .forEach(order -> Waiting.until(() -> eventsDone(order), count -> count >= 2));
        quietly(edited, "edit", "{\"lines\":[{\"sku\":\"ESIM-GB-1GB-7D\",\"quantity\":3}]}");
        quietly(refunded, "refund", "{\"lines\":[{\"sku\":\"ESIM-GB-1GB-7D\",\"quantity\":1}],\"amount\":\"4.50\"}");
        quietly(cancelled, "cancel", "");
        CALLS.ops("POST", "/sandbox/orders/shopify/" + forgotten + "/forget-fulfillment", "");
        Waiting.until(
                () -> jdbc.sql("select count(*) from retail.orders where shop = ? and state = 'AWAITING_PAYMENT'")
                        .param(SHOP_DOMAIN)
                        .query(Long.class)
                        .single(),
                count -> count >= 988);

        JsonNode run = compared("changes", "shopify", from);

        assertThat(run.path("compared").asInt()).isGreaterThanOrEqualTo(995);
        assertThat(kinds(run)).contains("MISSING", "QUANTITY", "REFUND", "CANCELLATION", "WRITE_BACK");
        assertThat(kinds(run).stream().filter("MISSING"::equals)).hasSize(3);
        JsonNode found = Waiting.until(() -> order("shopify", lost.get(0)), order -> "DELIVERED"
                .equals(order.path("state").asText()));
        assertThat(events(found)).contains("order received");
        assertThat(found.path("timeline").findValuesAsText("by")).contains("reconciliation");
        Waiting.until(() -> units(order("shopify", edited)), states -> states.equals(List.of("SENT", "SENT", "SENT")));
        Waiting.until(() -> units(order("shopify", refunded)), states -> states.equals(List.of("SENT", "DROPPED")));
        awaitState("shopify", cancelled, "REFUNDED");
        Waiting.until(
                () -> CALLS.get("/sandbox/orders/shopify/" + forgotten),
                there -> there.path("lines").path(0).path("fulfilled").asInt() == 1);
        awaitRepaired(run);
        assertThat(openCases("drift")).contains("shopify:" + SHOP_DOMAIN);

        JsonNode second = compared("changes", "shopify", from);

        assertThat(second.path("found").asInt()).isZero();
        assertThat(openCases("drift")).doesNotContain("shopify:" + SHOP_DOMAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay"})
    void anOrderThatNoNotificationToldOfIsFoundAndDelivered(String channel) {
        Instant placed = Instant.now().minus(Duration.ofHours(3));
        String lost = place(channel, "{\"placedAt\":\"" + placed + "\"}", "&quiet=true");

        JsonNode run = compared("changes", channel, placed.minusSeconds(60));

        assertThat(kinds(run)).contains("MISSING");
        Waiting.until(
                () -> order(channel, lost),
                order -> order.path("channelTold").path("told").asInt() == 1);
        assertThat(compared("changes", channel, placed.minusSeconds(60))
                        .path("found")
                        .asInt())
                .isZero();
        assertThat(meters.get("hub.reconciliation.age")
                        .tag("party", channel)
                        .gauge()
                        .value())
                .isBetween(0.0, 60.0);
    }

    @Test
    void aRunAndItsWebhookMayRace() {
        Instant from = Instant.now().minusSeconds(2);
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            placed.add(place("shopify", "{}", ""));
        }

        compared("changes", "shopify", from);

        for (String id : placed) {
            JsonNode order = Waiting.until(
                    () -> {
                        hurry("inbox:");
                        return order("shopify", id);
                    },
                    shown -> "DELIVERED".equals(shown.path("state").asText()));
            assertThat(purchasesOf(order)).hasSize(1);
        }
    }

    @Test
    void aDayAsASetShowsWhatTheShopDoesNotShowAnyMoreAndWhatNobodyTold() {
        Instant noon = Instant.parse("2026-03-29T12:00:00Z");
        String known = place("shopify", "{\"placedAt\":\"" + noon + "\"}", "");
        awaitState("shopify", known, "DELIVERED");
        String untold = place("shopify", "{\"placedAt\":\"" + noon.plusSeconds(5) + "\"}", "&quiet=true");
        CALLS.ops("DELETE", "/sandbox/orders/shopify/" + known, "");

        JsonNode run = compared("day", "shopify", noon.minusSeconds(3600), noon.plusSeconds(3600));

        assertThat(kinds(run)).containsExactlyInAnyOrder("NOT_AT_CHANNEL", "MISSING");
        awaitState("shopify", untold, "DELIVERED");
        JsonNode gone = awaitState("shopify", known, "NEEDS_ATTENTION");
        String brk = breakOf(run, "NOT_AT_CHANNEL");
        assertThat(CALLS.ops("POST", "/api/v1/ops/breaks/" + brk + "/close", "{}")
                        .status())
                .isEqualTo(422);
        assertThat(CALLS.ops("POST", "/api/v1/ops/breaks/" + brk + "/close", "{\"reason\":\"deleted by the owner\"}")
                        .status())
                .isEqualTo(200);
        assertThat(CALLS.ops("POST", "/api/v1/ops/breaks/" + brk + "/close", "{\"reason\":\"again\"}")
                        .status())
                .isEqualTo(409);
        awaitState("shopify", known, "DELIVERED");
        assertThat(gone.path("reason").asText()).isEqualTo("NOT_AT_CHANNEL");
        assertThat(compared("day", "shopify", noon.minusSeconds(3600), noon.plusSeconds(3600))
                        .path("found")
                        .asInt())
                .as("what was accepted as it is")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay"})
    void aMarketsDayIsComparedAsASet(String channel) {
        Instant noon = Instant.parse("2026-03-05T12:00:00Z");
        String known = place(channel, "{\"placedAt\":\"" + noon + "\"}", "&quiet=true");
        assertThat(kinds(compared("day", channel, noon.minusSeconds(3600), noon.plusSeconds(3600))))
                .containsExactly("MISSING");
        awaitState(channel, known, "DELIVERED");
        String untold = place(channel, "{\"placedAt\":\"" + noon.plusSeconds(5) + "\"}", "&quiet=true");
        CALLS.ops("DELETE", "/sandbox/orders/" + channel + "/" + known, "");

        JsonNode run = compared("day", channel, noon.minusSeconds(3600), noon.plusSeconds(3600));

        assertThat(kinds(run)).containsExactlyInAnyOrder("NOT_AT_CHANNEL", "MISSING");
        awaitState(channel, untold, "DELIVERED");
        awaitState(channel, known, "NEEDS_ATTENTION");
        CALLS.ops(
                "POST",
                "/api/v1/ops/breaks/" + breakOf(run, "NOT_AT_CHANNEL") + "/close",
                "{\"reason\":\"seen at the channel\"}");
        awaitState(channel, known, "DELIVERED");
    }

    @Test
    void whatTheMerchantSentHimselfIsAPersonsAndEndsWhenBothSidesAgree() {
        Instant from = Instant.now().minusSeconds(2);
        String id = place("shopify", "{\"email\":\"\"}", "");
        awaitState("shopify", id, "NEEDS_ATTENTION");
        quietly(id, "fulfill", "");

        JsonNode run = compared("changes", "shopify", from);

        assertThat(kinds(run)).contains("SENT_ELSEWHERE");
        CALLS.ops("POST", "/sandbox/orders/shopify/" + id + "/forget-fulfillment", "");
        compared("changes", "shopify", from);
        awaitRepaired(run);
    }

    @Test
    void aChannelThatForgetsAgainWhatItWasToldAgainIsAPersons() {
        Instant from = Instant.now().minusSeconds(2);
        String id = placeAndDeliver(1);
        String forget = "/sandbox/orders/shopify/" + id + "/forget-fulfillment";
        CALLS.ops("POST", forget, "");
        JsonNode mended = compared("changes", "shopify", from);
        assertThat(kinds(mended)).contains("WRITE_BACK");
        Waiting.until(
                () -> CALLS.get("/sandbox/orders/shopify/" + id),
                there -> there.path("lines").path(0).path("fulfilled").asInt() == 1);
        awaitRepaired(mended);

        CALLS.ops("POST", forget, "");
        compared("changes", "shopify", from);

        assertThat(awaitState("shopify", id, "NEEDS_ATTENTION").path("reason").asText())
                .isEqualTo("WRITE_BACK");
    }

    @Test
    void aMissingOrderThatSomebodyElseHasSentIsHeld() {
        Instant from = Instant.now().minusSeconds(2);
        String id = place("shopify", "{}", "&quiet=true");
        quietly(id, "fulfill", "");

        compared("changes", "shopify", from);

        JsonNode held = awaitState("shopify", id, "NEEDS_ATTENTION");
        assertThat(held.path("reason").asText()).isEqualTo("FULFILLED_ALREADY");
        assertThat(purchasesOf(held)).isEmpty();
    }

    @Test
    void aLongGapIsReadAsOneFile() {
        Instant placed = Instant.parse("2026-01-10T00:00:00Z");
        CALLS.ops(
                "POST",
                "/sandbox/orders/many?channel=shopify&count=300",
                "{\"paid\":false,\"placedAt\":\"" + placed + "\"}");

        JsonNode run = compared("changes", "shopify", placed.minusSeconds(86400), placed.plusSeconds(86400));

        assertThat(run.path("compared").asInt()).isEqualTo(300);
        assertThat(run.path("found").asInt()).isEqualTo(300);
        assertThat(read("2026-01-10T00:00:00Z", 300)).isEqualTo(300);
    }

    @Test
    void aShopThatThrottlesAndFailsInTheMiddleIsReadToItsEnd() {
        Instant placed = Instant.parse("2026-02-10T00:00:00Z");
        CALLS.ops(
                "POST",
                "/sandbox/orders/many?channel=shopify&count=60",
                "{\"paid\":false,\"placedAt\":\"" + placed + "\"}");
        SANDBOX.misbehave(
                "{\"supplier\":\"shopify\",\"method\":\"POST\",\"path\":\"/admin/api\",\"fault\":\"429\",\"retryAfterSeconds\":1,\"times\":1,\"skip\":1}",
                "{\"supplier\":\"shopify\",\"method\":\"POST\",\"path\":\"/admin/api\",\"fault\":\"truncated\",\"times\":1,\"skip\":3}");

        JsonNode run = compared("changes", "shopify", placed.minusSeconds(60), placed.plusSeconds(60));

        assertThat(run.path("compared").asInt()).isEqualTo(60);
        assertThat(kinds(run)).hasSize(60).containsOnly("MISSING");
    }

    @Test
    void aShopThatChangesWhileItIsReadLosesNobody() {
        Instant placed = Instant.parse("2026-02-15T00:00:00Z");
        JsonNode ids = CALLS.ops(
                        "POST",
                        "/sandbox/orders/many?channel=shopify&count=60",
                        "{\"paid\":false,\"placedAt\":\"" + placed + "\"}")
                .body()
                .path("orderIds");
        SANDBOX.misbehave(
                "{\"supplier\":\"shopify\",\"method\":\"POST\",\"path\":\"/admin/api\",\"fault\":\"latency\",\"millis\":300,\"times\":3}");
        String run = wish("changes", "shopify", placed.minusSeconds(60), placed.plusSeconds(60))
                .path("id")
                .asText();
        Waiting.until(
                () -> CALLS.get("/api/v1/ops/reconciliations/" + run),
                shown -> shown.path("compared").asInt() > 0);

        for (int each = 0; each < 10; each++) {
            quietly(ids.path(each).asText(), "edit", "{\"lines\":[{\"sku\":\"ESIM-GB-1GB-7D\",\"quantity\":2}]}");
        }

        assertThat(read("2026-02-15T00:00:00Z", 60)).isEqualTo(60);
    }

    @Test
    void aRunCanBeCancelledAndStaysCancelled() {
        Instant placed = Instant.parse("2026-02-20T00:00:00Z");
        CALLS.ops(
                "POST",
                "/sandbox/orders/many?channel=shopify&count=200",
                "{\"paid\":false,\"placedAt\":\"" + placed + "\"}");
        SANDBOX.misbehave(
                "{\"supplier\":\"shopify\",\"method\":\"POST\",\"path\":\"/admin/api\",\"fault\":\"latency\",\"millis\":400,\"times\":100}");
        String run = wish("changes", "shopify", placed.minusSeconds(60), placed.plusSeconds(60))
                .path("id")
                .asText();
        Waiting.until(
                () -> CALLS.get("/api/v1/ops/reconciliations/" + run),
                shown -> shown.path("compared").asInt() > 0);

        assertThat(CALLS.ops("POST", "/api/v1/ops/reconciliations/" + run + "/cancel", "")
                        .status())
                .isEqualTo(200);
        SANDBOX.behave();

        int compared =
                CALLS.get("/api/v1/ops/reconciliations/" + run).path("compared").asInt();
        Waiting.until(
                () -> jdbc.sql("select count(*) from operations.work where task_instance = ?")
                        .param("reconciliation:" + run)
                        .query(Long.class)
                        .single(),
                count -> count == 0);
        JsonNode after = CALLS.get("/api/v1/ops/reconciliations/" + run);
        assertThat(after.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(after.path("compared").asInt()).isEqualTo(compared).isLessThan(200);
        assertThat(CALLS.ops("POST", "/api/v1/ops/reconciliations/" + run + "/cancel", "")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | {\"party\":\"shopify\",\"from\":\"2026-02-02T00:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\"}",
                "422 | {\"party\":\"shopify\",\"from\":\"2016-02-02T00:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\"}",
                "422 | {\"party\":\"shopify\",\"from\":\"2099-02-02T00:00:00Z\",\"to\":\"2099-03-01T00:00:00Z\"}",
                "422 | {\"party\":\"shopify\",\"from\":\"yesterday\",\"to\":\"2026-03-01T00:00:00Z\"}",
                "422 | {\"kind\":\"weekly\",\"party\":\"shopify\",\"from\":\"2026-02-02T00:00:00Z\",\"to\":\"2026-03-01T00:00:00Z\"}",
                "422 | {\"from\":\"2026-02-02T00:00:00Z\",\"to\":\"2026-03-01T00:00:00Z\"}",
                "409 | {\"party\":\"etsy\",\"from\":\"2026-02-02T00:00:00Z\",\"to\":\"2026-03-01T00:00:00Z\"}",
                "400 | {\"party\":",
            })
    void aWishThatCannotBeUnderstoodStartsNothing(int status, String body) {
        long runs = jdbc.sql("select count(*) from reconciliation.runs")
                .query(Long.class)
                .single();

        Calls.Answer answer = CALLS.ops("POST", "/api/v1/ops/reconciliations", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(jdbc.sql("select count(*) from reconciliation.runs")
                        .query(Long.class)
                        .single())
                .isEqualTo(runs);
    }

    @Test
    void oneTimeOfTheClockworkIsOneRunAListHoweverManyProcessesAsk() {
        Date planned = Date.from(Instant.parse("2098-03-30T02:05:00Z"));
        for (int process = 0; process < 2; process++) {
            requests.plannedChanges(planned);
            requests.plannedDays(planned);
            requests.plannedSuppliers(planned);
        }

        List<String> runs = jdbc.sql(
                        "select kind || ' ' || party || ' ' || account from reconciliation.runs where cause = '2098-03-30T02:05:00Z'")
                .query(String.class)
                .list();
        assertThat(runs).doesNotHaveDuplicates().contains("day ebay ebay", "supplier esim-go ");
        assertThat(jdbc.sql(
                                """
                                select window_from::text from reconciliation.runs
                                where cause = '2098-03-30T02:05:00Z' and kind = 'supplier' and party = 'airalo'""")
                        .query(String.class)
                        .single())
                .startsWith("2098-03-29");
        jdbc.sql(
                        "update reconciliation.runs set state = 'CANCELLED', ended_at = now() where cause = '2098-03-30T02:05:00Z' and ended_at is null")
                .update();
    }

    @Test
    void aPlannedRunThatNobodyGoesOnWithDoesNotKeepTheNextOneFromBeginning() {
        jdbc.sql(
                        """
                        insert into reconciliation.runs (kind, party, account, cause, requested_by, requested_at, window_from, window_to, state,
                            started_at)
                        values ('changes', 'ebay', 'ebay', 'died', 'schedule', now(), now() - interval '1 hour', now(), 'RUNNING', now())""")
                .update();

        requests.plannedChanges(Date.from(Instant.parse("2097-01-01T00:05:00Z")));

        Waiting.until(
                () -> jdbc.sql(
                                "select cause || ' ' || state from reconciliation.runs where party = 'ebay' and cause in ('died', '2097-01-01T00:05:00Z') order by id")
                        .query(String.class)
                        .list(),
                states -> states.equals(List.of("died SUPERSEDED", "2097-01-01T00:05:00Z DONE")));
    }

    @Test
    void aTokenThatIsNotLetInFailsTheRunAndShowsAPersonUntilItIsLetInAgain() {
        Instant placed = Instant.parse("2026-03-10T00:00:00Z");
        SANDBOX.misbehave("{\"supplier\":\"shopify\",\"path\":\"/admin/api\",\"fault\":\"unauthorized\"}");
        String run = wish("changes", "shopify", placed.minusSeconds(60), placed.plusSeconds(60))
                .path("id")
                .asText();
        // the first call may find a connection that an earlier fault has broken
        JsonNode failed = Waiting.until(
                () -> {
                    hurry("reconciliation:" + run);
                    return CALLS.get("/api/v1/ops/reconciliations/" + run);
                },
                shown -> shown.path("state").asText().equals("FAILED")
                        && shown.path("error").asText().contains("401"));
        assertThat(failed.path("found").asInt()).isZero();
        assertThat(openCases("channel-access")).contains("shopify:" + SHOP_DOMAIN);

        SANDBOX.behave();

        done(run);
        assertThat(openCases("channel-access")).doesNotContain("shopify:" + SHOP_DOMAIN);
    }

    @Test
    void everyScheduleShowsItsLastAndNextTime() {
        JsonNode schedules = CALLS.get("/api/v1/ops/schedules").path("schedules");

        assertThat(schedules.findValuesAsText("name"))
                .contains("catalog/sync", "reconciliation/changes", "reconciliation/days", "reconciliation/suppliers");
        assertThat(schedules.findValuesAsText("next")).allMatch(next -> next.startsWith("2099-"));
    }

    /** Of one order, which is told of when it is placed and when it is paid. */
    /** Read, and nothing of them left for the work queue. */
    private long eventsDone(String order) {
        return jdbc.sql(
                        """
                        select count(*) from operations.inbox i
                        where i.channel = 'shopify' and i.processed_at is not null and position(? in convert_from(i.body, 'UTF8')) > 0
                          and not exists (select from operations.work w where w.task_name = 'work' and w.task_instance = 'inbox:' || i.id)""")
                .param(order)
                .query(Long.class)
                .single();
    }

    /** Events for which their channel had no room are tried again at once. */
    private long read(String placedAt, long expected) {
        return Waiting.until(
                () -> {
                    hurry("inbox:");
                    return jdbc.sql("select count(*) from retail.orders where placed_at = ?::timestamptz")
                            .param(placedAt)
                            .query(Long.class)
                            .single();
                },
                count -> count == expected);
    }

    private String placeAndDeliver(int quantity) {
        String id = place("shopify", "{\"items\":[{\"sku\":\"ESIM-GB-1GB-7D\",\"quantity\":" + quantity + "}]}", "");
        Waiting.until(
                () -> order("shopify", id),
                order -> order.path("channelTold").path("told").asInt() == 1);
        return id;
    }

    private static String place(String channel, String wish, String more) {
        Calls.Answer answer = CALLS.ops("POST", "/sandbox/orders?channel=" + channel + more, wish);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("orderId").asText();
    }

    private static void quietly(String id, String verb, String body) {
        assertThat(CALLS.ops("POST", "/sandbox/orders/shopify/" + id + "/" + verb + "?quiet=true", body)
                        .status())
                .isEqualTo(200);
    }

    private JsonNode compared(String kind, String party, Instant from) {
        untilChangesArePast(party);
        return compared(kind, party, from, Instant.now().plusSeconds(120));
    }

    private JsonNode compared(String kind, String party, Instant from, Instant to) {
        return done(wish(kind, party, from, to).path("id").asText());
    }

    /** Channels count in seconds, and each change of an order is one later. */
    private void untilChangesArePast(String channel) {
        Waiting.until(
                () -> books.of(channel).stream()
                        .map(MarketOrder::updatedAt)
                        .max(Instant::compareTo)
                        .orElse(Instant.MIN),
                latest -> Instant.now().isAfter(latest));
    }

    /** Its pauses are as short as can be. */
    private JsonNode done(String run) {
        return Waiting.until(
                () -> {
                    hurry("reconciliation:" + run);
                    return CALLS.get("/api/v1/ops/reconciliations/" + run);
                },
                shown -> shown.path("state").asText().equals("DONE"));
    }

    /** What looks every five seconds whether differences are mended looks at once. */
    private void awaitRepaired(JsonNode run) {
        Waiting.until(
                () -> {
                    producer.requestBody("bean:breakKeeping?method=look", (Object) null);
                    return CALLS.get(
                            "/api/v1/ops/reconciliations/" + run.path("id").asText());
                },
                shown -> shown.path("breaks").findValuesAsText("state").stream().allMatch("REPAIRED"::equals));
    }

    private static JsonNode wish(String kind, String party, Instant from, Instant to) {
        Calls.Answer answer = CALLS.ops(
                "POST",
                "/api/v1/ops/reconciliations",
                """
                {"kind":"%s","party":"%s","from":"%s","to":"%s"}"""
                        .formatted(kind, party, from, to));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.body();
    }

    private static List<String> kinds(JsonNode run) {
        return run.path("breaks").findValuesAsText("kind");
    }

    private static String breakOf(JsonNode run, String kind) {
        return StreamSupport.stream(run.path("breaks").spliterator(), false)
                .filter(each -> each.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static List<String> openCases(String kind) {
        return CALLS.get("/api/v1/ops/cases?kind=" + kind).path("cases").findValuesAsText("subject");
    }
}
