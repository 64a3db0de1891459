package io.esimhub.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@Tag("crash")
class KillUnderLoadTest {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 6);
    private static final int LEAST_ORDERS = 220;
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int SPARE_ROUNDS = 6;

    /** Some of everything; a tenth of the purchases end in doubt. */
    private static final String FAULTS =
            """
            [ { "method": "POST", "fault": "lost-answer", "probability": 0.03 },
              { "method": "POST", "fault": "reset", "probability": 0.02 },
              { "method": "POST", "fault": "500", "probability": 0.02 },
              { "method": "POST", "fault": "html", "probability": 0.01 },
              { "method": "POST", "fault": "hang", "millis": 4000, "probability": 0.01 },
              { "method": "POST", "fault": "latency", "millis": 2500, "probability": 0.01 },
              { "method": "POST", "fault": "429", "retryAfterSeconds": 1, "probability": 0.01 },
              { "method": "POST", "fault": "out-of-stock", "probability": 0.03 },
              { "method": "GET", "fault": "500", "probability": 0.01 },
              { "fault": "latency", "millis": 60, "probability": 0.5 } ]""";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final List<Round> rounds = new ArrayList<>();

    private record Round(Kill kill, WindowsHit hit) {}

    @Test
    void whateverMomentTheHubIsKilledNoAcknowledgedOrderIsLostOrBoughtTwice() {
        Random random = new Random(SEED);
        int ordersEach = Math.max(12, LEAST_ORDERS / ROUNDS);
        try (Stage stage = new Stage(folder, random)) {
            stage.sandbox.misbehave(FAULTS);
            for (int round = 0; round < ROUNDS; round++) {
                play(stage, Kill.ofRound(round), ordersEach);
            }
            for (int spare = 0; spare < SPARE_ROUNDS && missed().isPresent(); spare++) {
                play(stage, Kill.aimedAt(missed().get()), ordersEach / 2);
            }
            stage.sandbox.behave();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> stage.shop.everythingIsAcknowledged() && stage.markets.everybodyHasOrdered());
            new Drain(stage).awaitTheEnd();
            print(stage);
            new Verdicts(stage).assertThatNothingIsLostOrBoughtTwice();
        }
        assertThat(missed()).as("a window that no kill hit").isEmpty();
    }

    private void play(Stage stage, Kill kill, int orders) {
        stage.shop.sell(orders, orders * 50L);
        stage.markets.sell(Math.max(2, orders / 8), orders * 50L);
        rounds.add(new Round(kill, stage.kill(kill)));
        stage.hub.start();
    }

    private Optional<Window> missed() {
        WindowsHit all = total();
        return Arrays.stream(Window.values())
                .filter(window -> all.of(window) == 0)
                .findFirst();
    }

    private WindowsHit total() {
        return rounds.stream().map(Round::hit).reduce(WindowsHit.none(), WindowsHit::plus);
    }

    private void print(Stage stage) {
        StringBuilder table = new StringBuilder("\nseed " + SEED + ", " + rounds.size() + " kills, "
                + stage.sold().size() + " orders, "
                + stage.shop.acknowledgements() + " acknowledgements, "
                + stage.ledger().size() + " purchases at suppliers, "
                + stage.mail.accepted().size() + " mails\n");
        table.append("%-30s".formatted("found dead"));
        Arrays.stream(Window.values())
                .forEach(window -> table.append("%28s".formatted(window.name().toLowerCase(java.util.Locale.ROOT))));
        rounds.forEach(round -> table.append(line(round.kill().name(), round.hit())));
        table.append(line("all", total())).append('\n');
        Arrays.stream(Window.values()).forEach(window -> table.append("%-30s%s%n".formatted(window, window.meaning())));
        System.out.println(table);
    }

    private static String line(String name, WindowsHit hit) {
        StringBuilder line = new StringBuilder("\n%-30s".formatted(name));
        Arrays.stream(Window.values())
                .forEach(window -> line.append(
                        hit.counts().isEmpty() ? "%28s".formatted("not counted") : "%28d".formatted(hit.of(window))));
        return line.toString();
    }
}
