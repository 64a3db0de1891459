package io.esimhub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Waits for what other threads will bring about, and shows what there was if it does not come. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Waiting() {}

    static <T> T until(Supplier<T> look, Predicate<T> good) {
        AtomicReference<T> last = new AtomicReference<>();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            last.set(look.get());
            if (!good.test(last.get())) {
                throw new AssertionError("still: " + last.get());
            }
        });
        return last.get();
    }

    /** The one row that is meant. */
    static JsonNode of(JsonNode rows, Predicate<JsonNode> meant) {
        for (JsonNode row : rows) {
            if (meant.test(row)) {
                return row;
            }
        }
        throw new AssertionError("there is none: " + rows);
    }
}
