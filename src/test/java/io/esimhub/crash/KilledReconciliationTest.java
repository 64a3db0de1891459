package io.esimhub.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A long comparison of books is killed again and again, at whatever page it is. */
@Tag("crash")
class KilledReconciliationTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ORDERS = 600;

    @Test
    void aRunThatIsKilledGoesOnWhereItStoodAndBringsEveryOrderOnce(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        Random random = new Random(11);
        try (Stage stage = new Stage(folder, random)) {
            Http.demand(Http.json(
                            stage.sandbox.base() + "/orders/many?channel=shopify&count=" + ORDERS,
                            "POST",
                            "{\"paid\": false, \"placedAt\": \"2026-02-01T12:00:00Z\"}")
                    .build());
            // slow enough to be caught in the middle
            stage.sandbox.misbehave(
                    """
                    [{"supplier": "shopify", "method": "POST", "path": "/admin/api", "fault": "latency", "millis": 150}]""");
            String run = read(stage.hub.ops(
                            "POST",
                            "/api/v1/ops/reconciliations",
                            """
                            {"kind": "changes", "party": "shopify", "account": "esim-hub-local.myshopify.com",
                             "from": "2026-02-01T00:00:00Z", "to": "2026-02-02T00:00:00Z"}"""))
                    .path("id")
                    .asText();
            int compared = 0;
            for (int kill = 0; kill < 2; kill++) {
                int before = compared;
                int after = before + 50 + random.nextInt(50);
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> compared(stage, run) >= after);
                compared = compared(stage, run);
                stage.hub.kill();
                stage.hub.awaitEnd();
                stage.hub.start();
                assertThat(compared(stage, run)).as("what was read stays read").isGreaterThanOrEqualTo(compared);
            }
            stage.sandbox.behave();

            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> show(stage, run).path("state").asText().equals("DONE"));
            assertThat(show(stage, run).path("compared").asInt()).isEqualTo(ORDERS);
            assertThat(show(stage, run).path("found").asInt()).isEqualTo(ORDERS);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> stage.hub.books().orders().size() == ORDERS);
        }
    }

    private static int compared(Stage stage, String run) {
        return show(stage, run).path("compared").asInt();
    }

    private static JsonNode show(Stage stage, String run) {
        return read(stage.hub.ops("GET", "/api/v1/ops/reconciliations/" + run, ""));
    }

    private static JsonNode read(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
