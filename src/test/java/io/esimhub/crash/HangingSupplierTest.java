package io.esimhub.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A supplier that is dead costs its own orders a delay, and nobody else anything. */
@Tag("crash")
class HangingSupplierTest {

    private static final String HANGS = "[ { \"supplier\": \"redteago\", \"fault\": \"hang\", \"millis\": 30000 } ]";
    private static final int ORDERS = 80;
    private static final long PACE = 4000;
    private static final int MANY_MORE_THAN_ITS_BULKHEAD = 90;

    /** Two cores that do everything at once are not steady: what is looked for is a jump to seconds, not a tenth. */
    private static final double STEADY_MILLIS = 1000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void whileOneSupplierHangsForThirtySecondsOnEveryCallAnothersOrdersKeepTheirLatency() {
        try (Stage stage = new Stage(
                folder,
                new Random(3),
                "--hub.suppliers.redteago.read-timeout=30s",
                "--hub.suppliers.redteago.bulkhead=24")) {
            Books books = stage.hub.books();
            delivered(books, stage.shop.sell("ESIM-CRASH-GB", ORDERS, PACE));
            List<Double> before = delivered(books, stage.shop.sell("ESIM-CRASH-FR", ORDERS, PACE));

            stage.sandbox.misbehave(HANGS);
            List<ShopOrder> stuck = stage.shop.sell("ESIM-CRASH-IT", MANY_MORE_THAN_ITS_BULKHEAD, 1000);
            await().atMost(Duration.ofSeconds(20)).until(() -> dispatchedAt(books, "redteago") >= 24);
            List<Double> during = delivered(books, stage.shop.sell("ESIM-CRASH-JP", ORDERS, PACE));
            int stillStuck =
                    MANY_MORE_THAN_ITS_BULKHEAD - books.millisToMail(stuck).size();
            stage.sandbox.behave();

            System.out.printf(
                    "to the mail: before p50 %.0f ms, p95 %.0f ms; while the other supplier hangs p50 %.0f ms, p95 %.0f ms%n",
                    at(before, 0.5), at(before, 0.95), at(during, 0.5), at(during, 0.95));
            assertThat(stillStuck).as("the other supplier really hung").isEqualTo(MANY_MORE_THAN_ITS_BULKHEAD);
            assertThat(at(during, 0.95)).isLessThan(Math.max(STEADY_MILLIS, 3 * at(before, 0.95)));
            new Drain(stage).awaitTheEnd();
            new Verdicts(stage).assertThatNothingIsLostOrBoughtTwice();
        }
    }

    private static List<Double> delivered(Books books, List<ShopOrder> orders) {
        await().atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> books.millisToMail(orders).size() == orders.size());
        return books.millisToMail(orders);
    }

    private static long dispatchedAt(Books books, String supplier) {
        return books.purchases().stream()
                .filter(purchase -> purchase.supplier().equals(supplier) && purchase.is("DISPATCHED"))
                .count();
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
