package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.EsimHub;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a supplier's callback brings about, and what must change nothing. A hub of its own, with a supplier of the test's. */
@SpringBootTest(classes = EsimHub.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import(CallingSupplier.class)
class SupplierCallbackTest {

    private static final TestDatabase DATABASE = TestDatabases.create();
    private static final int PORT = freePort();
    private static final Calls CALLS = new Calls("http://localhost:" + PORT);
    private static final Shop SHOP = new Shop(CALLS);
    private static final String DOOR = "/webhooks/suppliers/" + CallingSupplier.CODE;

    @Autowired
    private JdbcClient jdbc;

    private long before;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("server.port", () -> PORT);
        registry.add("hub.data-dir", () -> "target/hub-called-back");
        registry.add("hub.sandbox.ledger-dir", () -> "target/hub-called-back/ledger-" + PORT);
        registry.add("hub.mail.outbox", () -> "target/hub-called-back/outbox");
        registry.add("hub.channels.shopify.sample-order", () -> false);
        registry.add("hub.channels.shopify.shops.main.domain", () -> Shop.DOMAIN);
        registry.add("hub.channels.shopify.shops.main.webhook-secrets", () -> Shop.SECRET);
        registry.add("hub.suppliers.calling.base-url", () -> "http://localhost:1");
        registry.add("hub.suppliers.calling.absence-proof", () -> "never");
        registry.add("hub.suppliers.redteago.enabled", () -> false);
        registry.add("hub.work.poll-interval", () -> "200ms");
        registry.add("hub.esims.ask-every", () -> "1h");
    }

    @BeforeEach
    void aCatalogOfItsBundles() {
        List<Map<String, Object>> products = List.of(product("now"), product("later"), product("lost"));
        Calls.Answer answer = CALLS.ops(
                "PUT",
                "/api/v1/ops/catalog",
                Shop.json(Map.of(
                        "suppliers",
                        List.of(Map.of("code", CallingSupplier.CODE, "name", "Calling", "status", "active")),
                        "products",
                        products)));
        assertThat(answer.status()).isEqualTo(200);
        before = inbox();
    }

    @Test
    void anEsimsLifeIsToldOnItsOrderStepByStepAndEachStepOnce() {
        Sold sold = buy("now");
        Instant installed = Instant.parse("2026-07-02T08:00:00Z");
        tell(
                sold,
                new EsimStatus(
                        Stage.INSTALLED,
                        Optional.of(installed),
                        Optional.empty(),
                        Optional.of(0L),
                        Optional.of(1_000L),
                        Optional.empty()));
        assertThat(callback(Map.of("esim", sold.id())).status()).isEqualTo(200);
        JsonNode order = awaitEvent(sold, "eSIM installed");
        assertThat(life(order).path("stage").asText()).isEqualTo("INSTALLED");
        assertThat(Instant.parse(life(order).path("installedAt").asText().replace("+00:00", "Z")))
                .isEqualTo(installed);
        JsonNode entry = entry(order, "eSIM installed");
        assertThat(entry.path("by").asText()).isEqualTo("esim-status");
        assertThat(entry.path("details").path("iccid").asText())
                .isEqualTo("…" + sold.iccid().substring(sold.iccid().length() - 4));
        assertThat(order.path("timeline").toString()).doesNotContain(sold.iccid());

        tell(
                sold,
                new EsimStatus(
                        Stage.ACTIVE,
                        Optional.of(installed),
                        Optional.of(installed.plusSeconds(60)),
                        Optional.of(820L),
                        Optional.of(1_000L),
                        Optional.empty()));
        callback(Map.of("iccid", sold.iccid()));
        order = awaitEventLater(sold, "data used");
        assertThat(entry(order, "data used").path("details").path("percent").asInt())
                .isEqualTo(80);

        tell(sold, EsimStatus.of(Stage.NEW));
        long asked = asked(sold);
        callback(Map.of("esim", sold.id()));
        Waiting.until(
                () -> {
                    anHourPasses(sold);
                    return asked(sold);
                },
                count -> count > asked);
        tell(sold, EsimStatus.of(Stage.EXPIRED));
        callback(Map.of("esim", sold.id()));
        order = awaitEventLater(sold, "eSIM expired");
        assertThat(RunningHub.events(order))
                .containsOnlyOnce("eSIM installed", "eSIM activated", "data used", "eSIM expired");
        assertThat(life(order).path("usedBytes").asLong()).isEqualTo(820);
    }

    @Test
    void manyHintsAboutOneEsimAreOneQuestionAndTheLastOneIsNotLost() {
        Sold sold = buy("now");
        tell(sold, EsimStatus.of(Stage.INSTALLED));
        callback(Map.of("esim", sold.id()));
        awaitEvent(sold, "eSIM installed");
        tell(sold, EsimStatus.of(Stage.ACTIVE));

        IntStream.range(0, 20)
                .forEach(each ->
                        assertThat(callback(Map.of("esim", sold.id())).status()).isEqualTo(200));

        Waiting.until(this::hintsUnread, count -> count == 0);
        assertThat(asked(sold)).isEqualTo(1);
        assertThat(questionsWaiting(sold)).isEqualTo(1);

        awaitEventLater(sold, "eSIM activated");
        Waiting.until(() -> questionsWaiting(sold), count -> count == 0);
        assertThat(asked(sold)).isEqualTo(2);
        assertThat(inbox() - before).isLessThan(10);
    }

    @Test
    void aQuestionThatWasNotAnsweredIsAskedAgain() {
        Sold sold = buy("now");
        callback(Map.of("esim", sold.id()));
        Waiting.until(() -> asked(sold), count -> count == 1);
        tell(sold, EsimStatus.of(Stage.INSTALLED));

        awaitEventLater(sold, "eSIM installed");
    }

    @Test
    void whatWasAcceptedIsHandedOverAndAHintAboutWhatIsDoneIsNotKept() {
        String order = pay("later");
        String number = accepted(order);
        CallingSupplier.allocate(number);

        assertThat(callback(Map.of("order", number)).status()).isEqualTo(200);

        awaitState(order, "DELIVERED");
        assertThat(inbox()).isEqualTo(before + 1 + 1);
        assertThat(callback(Map.of("order", number)).status()).isEqualTo(200);
        assertThat(inbox()).isEqualTo(before + 1 + 1);
    }

    @Test
    void anUnknownOrderIsLookedForAsSoonAsItsSupplierSpeaksOfIt() {
        String order = pay("lost");
        String key = Waiting.until(
                        () -> CALLS.get("/api/v1/ops/purchases?state=UNKNOWN")
                                .path("purchases")
                                .path(0),
                        purchase -> !purchase.isMissingNode())
                .path("key")
                .asText();
        CallingSupplier.allocate("N-" + key);
        // so that only the callback can take the order up before the test gives up
        jdbc.sql("update operations.work set execution_time = now() + interval '1 hour' where not picked")
                .update();
        jdbc.sql(
                        "update fulfillment.purchases set dispatched_at = dispatched_at - interval '1 hour', answer_by = answer_by - interval '1 hour' where key = ?")
                .param(key)
                .update();

        assertThat(callback(Map.of("key", key)).status()).isEqualTo(200);

        awaitState(order, "DELIVERED");
    }

    @Test
    void anAccountThatRunsOutOfMoneyIsLookedAt() {
        assertThat(callback(Map.of("balance", "low")).status()).isEqualTo(200);

        Waiting.until(
                () -> jdbc.sql(
                                "select convert_from(task_data, 'UTF8') from operations.work where task_instance like 'balance:calling:callback:%'")
                        .query(String.class)
                        .list(),
                items ->
                        items.stream().anyMatch(item -> item.contains("supplier-balance") && item.contains("calling")));
    }

    @Test
    void theSameCallbackTwiceIsKeptOnce() {
        Sold sold = buy("now");
        tell(sold, EsimStatus.of(Stage.INSTALLED));
        before = inbox();
        Map<String, String> same = Map.of("esim", sold.id(), "id", "n-1", "topic", "ESIM_STATUS");

        callback(same);
        awaitEvent(sold, "eSIM installed");
        assertThat(callback(same).status()).isEqualTo(200);

        assertThat(inbox()).isEqualTo(before + 1);
        assertThat(jdbc.sql(
                                "select channel || ' ' || shop || ' ' || topic || ' ' || delivery_id from operations.inbox order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("supplier calling ESIM_STATUS n-1");
    }

    @Test
    void aForgedCallbackIsRefusedAndLeavesNoRow() {
        Sold sold = buy("now");
        before = inbox();

        Calls.Answer answer = post(DOOR, Shop.json(Map.of("esim", sold.id())), Map.of("X-Proof", "it is somebody"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("code").asText()).isEqualTo("bad-signature");
        assertThat(post(DOOR, Shop.json(Map.of("esim", sold.id())), Map.of()).status())
                .isEqualTo(401);
        assertThat(inbox()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"esim\": 1", "not json at all", "\u0000", "[[[["})
    void whatIsNotJsonIsRefusedAndLeavesNoRow(String body) {
        assertThat(post(DOOR, body, proven()).status()).isEqualTo(400);
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void aBodyNestedTenThousandLevelsDeepIsRefused() {
        assertThat(post(DOOR, "[".repeat(10_000) + "]".repeat(10_000), proven()).status())
                .isEqualTo(400);
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void aBodyOverAMebibyteIsTooLarge() {
        assertThat(post(DOOR, " ".repeat((1 << 20) + 1), proven()).status()).isEqualTo(413);
    }

    @Test
    void aFormContentTypeDoesNotSpoilTheRawBytes() {
        Sold sold = buy("now");
        tell(sold, EsimStatus.of(Stage.INSTALLED));
        Map<String, String> headers = new LinkedHashMap<>(proven());
        headers.put("Content-Type", "application/x-www-form-urlencoded");

        assertThat(post(DOOR, Shop.json(Map.of("esim", sold.id())), headers).status())
                .isEqualTo(200);

        awaitEvent(sold, "eSIM installed");
    }

    @Test
    void anIccidThatCameAsANumberIsFound() {
        Sold sold = buy("now");
        tell(sold, EsimStatus.of(Stage.INSTALLED));

        assertThat(post(DOOR, "{\"iccid\": " + sold.iccid() + "}", proven()).status())
                .isEqualTo(200);

        awaitEvent(sold, "eSIM installed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"esim\": \"somebody-elses\"}",
                "{\"iccid\": \"89440000000000000999\"}",
                "{\"order\": \"N-unheard-of\"}",
                "{\"key\": \"a\\u0000b\"}",
                "{\"trial\": true}"
            })
    void whatIsNotInOurBooksIsAcknowledgedAndNotKept(String body) {
        assertThat(post(DOOR, body, proven()).status()).isEqualTo(200);
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void aTopicWithoutEndIsCutAndKept() {
        Sold sold = buy("now");
        tell(sold, EsimStatus.of(Stage.INSTALLED));

        assertThat(callback(Map.of("esim", sold.id(), "topic", "x\u0000".repeat(5_000), "id", "y".repeat(5_000)))
                        .status())
                .isEqualTo(200);

        awaitEvent(sold, "eSIM installed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "esim-go/x", "redteago", "calling%20"})
    void aSupplierThatDoesNotCallBackHereIsNotFound(String supplier) {
        Calls.Answer answer = post("/webhooks/suppliers/" + supplier, "{}", proven());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("status").asInt()).isEqualTo(404);
        assertThat(head("/webhooks/suppliers/" + supplier)).isEqualTo(404);
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void aHeaderCannotPassOffOneSupplierAsAnother() {
        Map<String, String> headers = new LinkedHashMap<>(proven());
        headers.put("supplier", CallingSupplier.CODE);

        assertThat(post("/webhooks/suppliers/nobody", "{}", headers).status()).isEqualTo(404);
    }

    @Test
    void aProbeIsAnsweredAndReadingIsNotOffered() {
        assertThat(head(DOOR)).isEqualTo(200);
        assertThat(CALLS.send("GET", DOOR, null, Map.of()).status()).isEqualTo(405);
        assertThat(inbox()).isEqualTo(before);
    }

    @Test
    void anOperatorHasTheSupplierAskedNow() {
        Sold sold = buy("now");
        tell(sold, EsimStatus.of(Stage.ACTIVE));
        long esim = esim(order(sold.order()));

        Calls.Answer answer = CALLS.ops("POST", "/api/v1/ops/esims/" + esim + "/status", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("stage").asText()).isEqualTo("ACTIVE");
        assertThat(answer.body().path("esim").asLong()).isEqualTo(esim);
        assertThat(entry(order(sold.order()), "eSIM activated").path("by").asText())
                .isEqualTo("ops");
    }

    @Test
    void anOperatorIsToldWhyThereIsNoAnswer() {
        Sold sold = buy("now");
        long esim = esim(order(sold.order()));

        Calls.Answer silent = CALLS.ops("POST", "/api/v1/ops/esims/" + esim + "/status", null);

        assertThat(silent.status()).isEqualTo(503);
        assertThat(silent.headers()).containsKey("retry-after");
        assertThat(silent.body().path("code").asText()).isEqualTo("supplier-not-answering");
        assertThat(CALLS.ops("POST", "/api/v1/ops/esims/999999/status", null).status())
                .isEqualTo(404);
        assertThat(CALLS.ops("POST", "/api/v1/ops/esims/abc/status", null).status())
                .isEqualTo(404);
        assertThat(CALLS.send("POST", "/api/v1/ops/esims/" + esim + "/status", null, Map.of())
                        .status())
                .isEqualTo(401);
        jdbc.sql("update fulfillment.esims set supplier = 'redteago' where id = ?")
                .param(esim)
                .update();
        assertThat(CALLS.ops("POST", "/api/v1/ops/esims/" + esim + "/status", null)
                        .status())
                .isEqualTo(409);
    }

    /** An eSIM that a customer has. */
    private record Sold(String order, String id, String iccid) {}

    private Sold buy(String bundle) {
        String order = pay(bundle);
        JsonNode delivered = awaitState(order, "DELIVERED");
        return jdbc.sql("select supplier_esim_id, iccid from fulfillment.esims where id = ?")
                .param(esim(delivered))
                .query((row, n) -> new Sold(order, row.getString(1), row.getString(2)))
                .single();
    }

    private String pay(String bundle) {
        ShopOrder order = ShopOrder.paid("ESIM-" + bundle, 1);
        assertThat(SHOP.post("orders/paid", order).status()).isEqualTo(200);
        return order.id();
    }

    private String accepted(String order) {
        JsonNode known = Waiting.until(() -> order(order), found -> !found.isMissingNode());
        return Waiting.until(
                        () -> CALLS.get("/api/v1/ops/purchases?order="
                                        + known.path("number").asText())
                                .path("purchases")
                                .path(0),
                        purchase -> "ACCEPTED".equals(purchase.path("state").asText()))
                .path("supplierOrder")
                .asText();
    }

    private static void tell(Sold sold, EsimStatus status) {
        CallingSupplier.STATUS.put(sold.id(), status);
    }

    private static long asked(Sold sold) {
        return CallingSupplier.ASKED.stream().filter(sold.id()::equals).count();
    }

    private long questionsWaiting(Sold sold) {
        return jdbc.sql("select count(*) from operations.work where task_instance like 'esim:' || ? || ':%'")
                .param(esim(order(sold.order())))
                .query(Long.class)
                .single();
    }

    private static Calls.Answer callback(Map<String, String> fields) {
        Map<String, String> body = new LinkedHashMap<>(fields);
        body.putIfAbsent("id", UUID.randomUUID().toString());
        return post(DOOR, Shop.json(body), proven());
    }

    private static Map<String, String> proven() {
        return Map.of("X-Proof", CallingSupplier.PROOF, "X-Stray", "must not arrive");
    }

    private static Calls.Answer post(String path, String body, Map<String, String> headers) {
        return CALLS.send("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static int head(String path) {
        return CALLS.send("HEAD", path, null, Map.of()).status();
    }

    private static JsonNode order(String externalId) {
        JsonNode row = CALLS.get("/api/v1/ops/orders?channel=shopify&externalId=" + externalId)
                .path("orders")
                .path(0);
        return row.isMissingNode()
                ? row
                : CALLS.get("/api/v1/ops/orders/" + row.path("number").asText());
    }

    private static JsonNode awaitState(String externalId, String state) {
        return Waiting.until(
                () -> order(externalId),
                order -> state.equals(order.path("state").asText()));
    }

    private static JsonNode awaitEvent(Sold sold, String event) {
        return Waiting.until(
                () -> order(sold.order()), order -> RunningHub.events(order).contains(event));
    }

    /** An event of a question that is not to be asked yet, or once more. */
    private JsonNode awaitEventLater(Sold sold, String event) {
        return Waiting.until(
                () -> {
                    anHourPasses(sold);
                    return order(sold.order());
                },
                order -> RunningHub.events(order).contains(event));
    }

    /** Since the last question about this eSIM, so that one that was put off is due. */
    private void anHourPasses(Sold sold) {
        long esim = esim(order(sold.order()));
        jdbc.sql("update fulfillment.esim_lives set asked_at = asked_at - interval '1 hour' where esim_id = ?")
                .param(esim)
                .update();
        jdbc.sql(
                        """
                        update operations.work set execution_time = now() where not picked and task_instance like 'esim:' || ? || ':%'
                            and convert_from(task_data, 'UTF8')::jsonb ->> 'untouched' = 'false'""")
                .param(esim)
                .update();
    }

    private long hintsUnread() {
        return jdbc.sql("select count(*) from operations.inbox where processed_at is null")
                .query(Long.class)
                .single();
    }

    private static JsonNode entry(JsonNode order, String event) {
        return StreamSupport.stream(order.path("timeline").spliterator(), false)
                .filter(entry -> event.equals(entry.path("event").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode life(JsonNode order) {
        return unit(order).path("life");
    }

    private static long esim(JsonNode order) {
        return unit(order).path("esim").asLong();
    }

    private static JsonNode unit(JsonNode order) {
        return order.path("lines").path(0).path("units").path(0);
    }

    private static Map<String, Object> product(String bundle) {
        return Catalogs.product("ESIM-" + bundle, List.of(Catalogs.variant(CallingSupplier.CODE, bundle, "1.00", 10)));
    }

    private long inbox() {
        return jdbc.sql("select count(*) from operations.inbox")
                .query(Long.class)
                .single();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
