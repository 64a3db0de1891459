package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.esimhub.EsimHub;
import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The steps of docs/secrets.md: a hub that is restarted with a second key, and then without the first. */
class KeyChangeTest {

    private static final String SPRING_KEY = "c3ByaW5nLWtleS1vZi1hLXRlc3QtMDAwMDAwMDAwMDA=";
    private static final String AUTUMN_KEY = "YXV0dW1uLWtleS1vZi1hLXRlc3QtMDAwMDAwMDAwMDA=";

    private static final TestDatabase BEFORE = TestDatabases.create();
    private static final int PORT = freePort();
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Calls CALLS = new Calls("http://localhost:" + PORT);
    private static final Shop SHOP = new Shop(CALLS);

    @TempDir
    static Path folder;

    /** Delivered before the key was changed, which each test does in a copy of the same books. */
    private static JsonNode former;

    private final TestDatabase database = TestDatabases.copyOf(BEFORE);

    @BeforeAll
    static void deliverWithTheFormerKey() {
        MAIL.start();
        try (ConfigurableApplicationContext before = hub(BEFORE, "spring", "spring=" + SPRING_KEY)) {
            former = deliver();
        }
    }

    @AfterEach
    void clear() {
        database.close();
    }

    @AfterAll
    static void clearAll() {
        MAIL.stop();
        BEFORE.close();
    }

    @Test
    void codesOfAFormerKeyAreStillDeliveredAndShownAfterThatKeyHasLeftTheSettings() {
        List<JsonNode> orders = new ArrayList<>(List.of(former));
        try (ConfigurableApplicationContext between =
                hub(database, "autumn", "spring=" + SPRING_KEY, "autumn=" + AUTUMN_KEY)) {
            orders.add(deliver());
            JsonNode keys = Waiting.until(
                    () -> CALLS.get("/api/v1/ops/secrets"),
                    secrets -> key(secrets, "spring").path("removable").asBoolean());
            assertThat(key(keys, "autumn").path("rows").asInt()).isEqualTo(2);
            assertThat(key(keys, "autumn")
                            .path("columns")
                            .path("fulfillment.esims.code_cipher")
                            .asInt())
                    .isEqualTo(2);
        }

        try (ConfigurableApplicationContext after = hub(database, "autumn", "autumn=" + AUTUMN_KEY)) {
            orders.add(deliver());
            for (JsonNode order : orders) {
                assertThat(revealed(order)).isEqualTo(mailedTo(order));
            }
            assertThat(CALLS.get("/api/v1/ops/cases?kind=secrets").path("cases"))
                    .isEmpty();
        }
    }

    @Test
    void aHubWhoseSettingsLackAKeyStartsAndSellsAndShowsWhatItCannotRead() {
        try (ConfigurableApplicationContext after = hub(database, "autumn", "autumn=" + AUTUMN_KEY)) {
            assertThat(CALLS.get("/actuator/health/readiness").path("status").asText())
                    .isEqualTo("UP");
            assertThat(revealed(deliver())).startsWith("LPA:1$");
            assertThat(reveal(former).status()).isEqualTo(409);
            JsonNode open = Waiting.until(
                    () -> CALLS.get("/api/v1/ops/cases?kind=secrets").path("cases"), cases -> !cases.isEmpty());
            assertThat(open).hasSize(1);
            assertThat(open.path(0).path("reason").asText()).isEqualTo("KEY_MISSING");
            assertThat(open.path(0).path("lastError").asText()).startsWith("1 secrets need a key");
        }
    }

    private static ConfigurableApplicationContext hub(TestDatabase database, String activeKey, String... keys) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=" + PORT,
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + TestDatabase.USER,
                "--spring.datasource.hikari.minimum-idle=0",
                "--hub.database.require-durability=false",
                "--hub.data-dir=" + folder,
                "--hub.mail.host=127.0.0.1",
                "--hub.mail.port=" + MAIL.getSmtp().getPort(),
                "--hub.mail.outbox=",
                "--hub.channels.shopify.sample-order=false",
                "--hub.channels.shopify.shops.main.domain=" + Shop.DOMAIN,
                "--hub.channels.shopify.shops.main.webhook-secrets=" + Shop.SECRET,
                "--hub.security.rotation.every=200ms",
                "--hub.security.activation-codes.active-key=" + activeKey));
        Arrays.stream(keys)
                .map(key -> "--hub.security.activation-codes.keys." + key)
                .forEach(settings::add);
        return new SpringApplicationBuilder(EsimHub.class).run(settings.toArray(String[]::new));
    }

    private static JsonNode deliver() {
        ShopOrder order = ShopOrder.paid();
        assertThat(SHOP.post("orders/paid", order).status()).isEqualTo(200);
        String path = "/api/v1/ops/orders?channel=shopify&externalId=" + order.id();
        JsonNode row = Waiting.until(() -> CALLS.get(path).path("orders").path(0), found -> "DELIVERED"
                .equals(found.path("state").asText()));
        return CALLS.get("/api/v1/ops/orders/" + row.path("number").asText());
    }

    private static String revealed(JsonNode order) {
        return reveal(order).body().path("activationCode").asText();
    }

    private static Calls.Answer reveal(JsonNode order) {
        long esim =
                order.path("lines").path(0).path("units").path(0).path("esim").asLong();
        return CALLS.ops("POST", "/api/v1/ops/esims/" + esim + "/reveal", "{\"reason\": \"the key changed\"}");
    }

    private static String mailedTo(JsonNode order) {
        String address = order.path("customer").path("email").asText();
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .map(message -> MailedCode.of(message).lpa())
                .findFirst()
                .orElseThrow();
    }

    private static String recipient(jakarta.mail.internet.MimeMessage message) {
        try {
            return ((jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode key(JsonNode secrets, String id) {
        for (JsonNode key : secrets.path("keys")) {
            if (id.equals(key.path("key").asText())) {
                return key;
            }
        }
        throw new AssertionError("no key " + id + " in " + secrets);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
