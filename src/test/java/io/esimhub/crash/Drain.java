package io.esimhub.crash;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** Waits until every order has come to its end. What was parked because suppliers were out of stock is replayed, once. */
record Drain(Stage stage, Set<Long> replayed) {

    private static final Duration PATIENCE = Duration.ofSeconds(300);

    Drain(Stage stage) {
        this(stage, new HashSet<>());
    }

    void awaitTheEnd() {
        Books books = stage.hub.books();
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                replayWhatWasOutOfStock(books);
                return unfinished(books).isEmpty() && books.workItems() == 0;
            });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "after " + PATIENCE + " there are " + books.workItems() + " work items and unfinished orders:\n"
                            + unfinished(books).stream().map(books::story).collect(Collectors.joining("\n"))
                            + "\n" + books.openCases() + "\n" + books.itemsLeft(),
                    late);
        }
    }

    private Set<String> unfinished(Books books) {
        Set<String> delivered = books.orders().stream()
                .filter(order -> order.state().equals("DELIVERED"))
                .map(Books.Order::orderId)
                .collect(Collectors.toSet());
        return stage.sold().stream()
                .map(ShopOrder::externalId)
                .filter(order -> !delivered.contains(order))
                .collect(Collectors.toSet());
    }

    /** Twice: the second press must change nothing. */
    private void replayWhatWasOutOfStock(Books books) {
        books.openCases().stream()
                .filter(open -> open.kind().equals("parked-unit") && replayed.add(open.id()))
                .forEach(open -> {
                    stage.hub.replay(open.id());
                    stage.hub.replay(open.id());
                });
    }
}
