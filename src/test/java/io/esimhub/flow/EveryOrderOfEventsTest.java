package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Created, paid, edited, refunded and cancelled, in whatever order they come, each twice, end in one state. */
class EveryOrderOfEventsTest extends RunningHub {

    private record Event(String topic, String body) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anEditedAndPartlyRefundedOrderOwesWhatItsNewestStateSays(long seed) {
        ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", 2).at("2026-07-01T10:00:05-04:00");
        List<Event> events = new ArrayList<>(List.of(
                new Event(
                        "orders/create",
                        order.unpaid().at("2026-07-01T10:00:01-04:00").json()),
                new Event("orders/paid", order.json()),
                new Event(
                        "orders/updated",
                        order.currentQuantity(4).at("2026-07-01T10:00:10-04:00").json()),
                new Event("refunds/create", refund(order, "2026-07-01T10:00:20-04:00", 1))));

        play(events, seed);

        JsonNode shown = Waiting.until(
                () -> order(order.id()),
                now -> now.path("state").asText().equals("DELIVERED")
                        && sent(now) == 3
                        && !units(now).contains("BOUGHT")
                        && unread() == 0);
        assertThat(sent(shown)).isEqualTo(3);
        assertThat(purchasedUnits(shown)).isLessThanOrEqualTo(units(shown).size());
        assertThat(shown.path("lines").path(0).path("quantity").asInt()).isEqualTo(3);
        assertThat(shown.path("refunds")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void aCancelledOrderOwesNothingWhateverElseIsTold(long seed) {
        ShopOrder order = ShopOrder.paid("ESIM-GB-1GB-7D", 2).at("2026-07-01T10:00:05-04:00");
        List<Event> events = new ArrayList<>(List.of(
                new Event(
                        "orders/create",
                        order.unpaid().at("2026-07-01T10:00:01-04:00").json()),
                new Event("orders/paid", order.json()),
                new Event("refunds/create", refund(order, "2026-07-01T10:00:20-04:00", 1)),
                new Event(
                        "orders/cancelled",
                        order.with("cancelled_at", "2026-07-01T10:00:30-04:00")
                                .at("2026-07-01T10:00:30-04:00")
                                .json())));

        play(events, seed);

        JsonNode shown = Waiting.until(
                () -> order(order.id()),
                now -> unread() == 0
                        && List.of("CANCELLED", "REFUNDED")
                                .contains(now.path("state").asText()));
        assertThat(units(shown)).doesNotContain("OWED", "BOUGHT", "SENT", "PARKED");
    }

    private static void play(List<Event> events, long seed) {
        List<Event> twice = new ArrayList<>(events);
        twice.addAll(events);
        Collections.shuffle(twice, new Random(seed));
        twice.forEach(event ->
                assertThat(SHOP.post(event.topic(), event.body()).status()).isEqualTo(200));
    }

    private static String refund(ShopOrder order, String at, int units) {
        long id = Long.parseLong(order.id());
        return Shop.json(Map.of(
                "id",
                id + 500,
                "order_id",
                id,
                "created_at",
                at,
                "refund_line_items",
                List.of(Map.of("id", id + 501, "line_item_id", id + 1, "quantity", units)),
                "transactions",
                List.of(Map.of("kind", "refund", "status", "success", "amount", "4.50", "currency", "USD"))));
    }

    private static long sent(JsonNode order) {
        return units(order).stream().filter("SENT"::equals).count();
    }

    private int purchasedUnits(JsonNode order) {
        return purchasesOf(order).stream()
                .filter(purchase -> purchase.path("state").asText().equals("COMPLETED"))
                .mapToInt(purchase -> purchase.path("quantity").asInt())
                .sum();
    }

    private long unread() {
        return jdbc.sql("select count(*) from operations.inbox where processed_at is null and channel = 'shopify'")
                .query(Long.class)
                .single();
    }
}
