package io.esimhub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.esimhub.EsimHub;
import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * One hub for all tests of this package: it starts once, and each test uses orders of its own. Suppliers are the sandbox inside
 * the same process, over real HTTP; mails go to a real SMTP server.
 */
@SpringBootTest(classes = EsimHub.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ActiveProfiles({"local", "competitors"})
@Import({ListedSupplier.class, KeylessSupplier.class, ScriptedChannel.class, ScriptedCompetitors.class})
abstract class RunningHub {

    private static final TestDatabase DATABASE = TestDatabases.create();
    private static final int PORT = freePort();
    static final GreenMail MAIL = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    static final Calls CALLS = new Calls("http://localhost:" + PORT);
    static final Shop SHOP = new Shop(CALLS);
    static final Sandbox SANDBOX = new Sandbox(CALLS);
    static final AmazonQueueFake SQS = new AmazonQueueFake();

    static {
        MAIL.start();
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("server.port", () -> PORT);
        registry.add("hub.data-dir", () -> "target/hub-under-test");
        registry.add("hub.sandbox.ledger-dir", () -> "target/hub-under-test/ledger-" + PORT);
        registry.add("hub.mail.host", () -> "127.0.0.1");
        registry.add("hub.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("hub.mail.outbox", () -> "");
        registry.add("hub.channels.shopify.sample-order", () -> false);
        registry.add("hub.channels.shopify.shops.main.domain", () -> Shop.DOMAIN);
        registry.add("hub.channels.shopify.shops.main.webhook-secrets", () -> Shop.OLD_SECRET + "," + Shop.SECRET);
        // the shop of these tests has no books of its own; the sandbox's shop is another one
        registry.add("hub.channels.shopify.shops.main.admin-url", () -> "");
        registry.add("hub.channels.shopify.shops.sandbox.domain", () -> "esim-hub-local.myshopify.com");
        registry.add("hub.channels.shopify.shops.sandbox.webhook-secrets", () -> "local-webhook-secret");
        registry.add(
                "hub.channels.shopify.shops.sandbox.admin-url", () -> "http://localhost:" + PORT + "/sandbox/shopify");
        registry.add("hub.channels.shopify.shops.sandbox.admin-token", () -> "local-admin-token");
        // asks the shops that can be asked: the sandbox's
        registry.add("hub.channels.shopify.hold", () -> "high");
        registry.add("hub.channels.amazon.poll-every", () -> "10s");
        registry.add("hub.channels.amazon.sqs-queue-url", SQS::url);
        registry.add("hub.channels.amazon.aws-region", () -> "eu-west-1");
        registry.add("hub.channels.amazon.aws-access-key", () -> "key-of-a-test");
        registry.add("hub.channels.amazon.aws-secret-key", () -> "secret-of-a-test");
        registry.add("hub.channels.ebay.poll-every", () -> "2s");
        registry.add("hub.orders.confirm-within", () -> "10s");
        for (String supplier : new String[] {"esim-go", "redteago", "airalo"}) {
            registry.add("hub.suppliers." + supplier + ".connect-timeout", () -> "1s");
            registry.add("hub.suppliers." + supplier + ".read-timeout", () -> "2s");
            registry.add("hub.suppliers." + supplier + ".absence-proof", () -> "1s");
        }
        // never called: one is only watched, one is switched off
        registry.add("hub.suppliers.watched.purchasing", () -> "shadow");
        registry.add("hub.suppliers.keyless.enabled", () -> true);
        registry.add("hub.suppliers.switched-off.purchasing", () -> "off");
        registry.add("hub.fulfillment.wait-for-allocation", () -> "5s");
        registry.add("hub.balances.every", () -> "1s");
        registry.add("hub.suppliers.airalo.low-water", () -> "2000000");
        registry.add("hub.purchase-from", () -> "2020-01-01T00:00:00Z");
        registry.add("hub.work.poll-interval", () -> "200ms");
        registry.add("hub.stock.alarm-every", () -> "1s");
        registry.add("hub.suppliers.listed.enabled", () -> true);
        registry.add("hub.knowledge.cron", () -> "0 0 0 1 1 ? 2099");
        // lists are read when a test says so
        registry.add("hub.catalog.sync.cron", () -> "0 0 0 1 1 ? 2099");
        for (String schedule : new String[] {"changes", "days", "suppliers"}) {
            registry.add("hub.reconciliation." + schedule + ".cron", () -> "0 0 0 1 1 ? 2099");
        }
        registry.add("hub.sandbox.shopify.bucket", () -> 1_000_000);
        registry.add("hub.channels.shopify.bulk-over", () -> 200);
        // a file for the price monitor that is soon full
        registry.add("hub.competitors.store.file", () -> "target/hub-under-test/competitors-" + PORT + "/monitor.db");
        registry.add("hub.competitors.store.max-size", () -> "256KB");
        for (String name : ScriptedCompetitors.NAMES) {
            String competitor = "hub.competitors.shops." + name;
            registry.add(competitor + ".cron", () -> "0 0 0 1 1 ? 2099");
            registry.add(competitor + ".sources[0].type", () -> "json");
            registry.add(competitor + ".sources[0].url", () -> "http://127.0.0.1:1/plans");
            registry.add(competitor + ".sources[0].items", () -> "$.plans[*]");
            registry.add(competitor + ".sources[0].fields.id", () -> "$.id");
            registry.add(competitor + ".sources[0].fields.price", () -> "$.price");
        }
        // what tests change is compared at once
        registry.add("hub.reconciliation.settle", () -> "0s");
    }

    @AfterEach
    void suppliersBehaveAgain() {
        SANDBOX.behave();
    }

    JsonNode order(String externalId) {
        return order("shopify", externalId);
    }

    JsonNode order(String channel, String externalId) {
        JsonNode page = CALLS.get("/api/v1/ops/orders?channel=" + channel + "&externalId=" + externalId);
        JsonNode row = page.path("orders").path(0);
        return row.isMissingNode()
                ? row
                : CALLS.get("/api/v1/ops/orders/" + row.path("number").asText());
    }

    JsonNode awaitState(String externalId, String state) {
        return awaitState("shopify", externalId, state);
    }

    JsonNode awaitState(String channel, String externalId, String state) {
        return Waiting.until(
                () -> order(channel, externalId),
                order -> state.equals(order.path("state").asText()));
    }

    long itemsLeft() {
        return jdbc.sql("select count(*) from operations.work")
                .query(Long.class)
                .single();
    }

    /** What is due later is due now; what runs is left alone. */
    void hurry() {
        jdbc.sql("update operations.work set execution_time = now() where not picked")
                .update();
    }

    /**
     * What was put off is due now. What runs, or is about to run for the first time, is left alone.
     *
     * @param items the beginning of their keys
     */
    void hurry(String items) {
        jdbc.sql(
                        """
                        update operations.work set execution_time = now()
                        where not picked and starts_with(task_instance, ?) and execution_time > now()
                            and convert_from(task_data, 'UTF8')::jsonb ->> 'untouched' = 'false'""")
                .param(items)
                .update();
    }

    /** Hurries an order that waits for nothing but time, as often as it is put off. */
    JsonNode hurryToState(ShopOrder order, String state) {
        return Waiting.until(
                () -> {
                    jdbc.sql("select work_key from retail.orders where external_id = ? and work_key is not null")
                            .param(order.id())
                            .query(String.class)
                            .list()
                            .forEach(this::hurry);
                    return order(order.id());
                },
                shown -> state.equals(shown.path("state").asText()));
    }

    /** Waits for purchases whose answers are lost; from then on it is too late for an answer. */
    void noAnswerComesAnyMore(ShopOrder order) {
        Waiting.until(
                () -> jdbc.sql(
                                """
                                update fulfillment.purchases p set answer_by = now()
                                from fulfillment.requests r join retail.orders o on o.id = r.owner_order
                                where p.request_id = r.id and o.external_id = ? and p.state = 'UNKNOWN'""")
                        .param(order.id())
                        .update(),
                purchases -> purchases > 0);
    }

    List<JsonNode> purchasesOf(JsonNode order) {
        JsonNode page =
                CALLS.get("/api/v1/ops/purchases?order=" + order.path("number").asText());
        return StreamSupport.stream(page.path("purchases").spliterator(), false).toList();
    }

    static List<String> units(JsonNode order) {
        return StreamSupport.stream(order.path("lines").path(0).path("units").spliterator(), false)
                .map(unit -> unit.path("state").asText())
                .toList();
    }

    static List<String> events(JsonNode order) {
        return StreamSupport.stream(order.path("timeline").spliterator(), false)
                .map(entry -> entry.path("event").asText())
                .toList();
    }

    static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return ((InternetAddress) mail.getAllRecipients()[0])
                                .getAddress()
                                .equals(address);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    double failedRuns() {
        return meters.find("hub.work.runs").tag("result", "Failed").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
