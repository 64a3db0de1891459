package io.esimhub.sandbox.storefront;

import io.esimhub.sandbox.SandboxClock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** All orders of all channels, in memory. */
@Component
public class MarketBooks {

    private static final String USUAL = "ESIM-GB-1GB-7D";
    private static final BigDecimal PRICE = new BigDecimal("4.50");

    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final SandboxClock clock;

    MarketBooks(SandboxClock clock) {
        this.clock = clock;
    }

    /** Grows; no two processes begin alike. */
    public long nextNumber() {
        return numbers.updateAndGet(last -> Math.max(last + 1, clock.instant().toEpochMilli()));
    }

    /**
     * @param id the channel's id, and the start of its lines'
     * @param email the one that the wish names wins
     */
    public MarketOrder open(String channel, String shop, String id, String name, String email, OrderWish wish) {
        List<MarketLine> lines = new ArrayList<>();
        for (OrderWish.Item item : items(wish)) {
            lines.add(new MarketLine(
                    lineId(id, lines.size()),
                    item.sku() == null ? USUAL : item.sku(),
                    item.quantity() == null ? 1 : item.quantity(),
                    item.price() == null ? PRICE : new BigDecimal(item.price())));
        }
        Shelf shelf = shelf(channel);
        MarketOrder order = new MarketOrder(
                channel,
                shop,
                id,
                name,
                wish.email() == null ? email : wish.email(),
                wish.name() == null ? "Ada Traveller" : wish.name(),
                !Boolean.FALSE.equals(wish.paid()),
                Boolean.TRUE.equals(wish.test()),
                wish.placedAt() == null ? clock.instant() : wish.placedAt(),
                lines,
                shelf::changed);
        shelf.put(order);
        return order;
    }

    public Optional<MarketOrder> find(String channel, String id) {
        return shelf(channel).find(id);
    }

    /** The one that was changed longest ago first. */
    public List<MarketOrder> of(String channel) {
        return shelf(channel).sorted();
    }

    /** The channel has forgotten what was sent. @return empty if there is no such order */
    Optional<MarketOrder> forgetFulfillment(String channel, String id) {
        Optional<MarketOrder> order = find(channel, id);
        order.ifPresent(each -> each.forgetFulfillment(clock.instant()));
        return order;
    }

    /** @return whether there was such an order */
    boolean remove(String channel, String id) {
        return shelf(channel).remove(id);
    }

    private static List<OrderWish.Item> items(OrderWish wish) {
        return wish.items() == null || wish.items().isEmpty()
                ? List.of(new OrderWish.Item(null, null, null))
                : wish.items();
    }

    private static String lineId(String orderId, int number) {
        return orderId.replaceAll("[^0-9]", "") + (number + 1);
    }

    private Shelf shelf(String channel) {
        return shelves.computeIfAbsent(channel, code -> new Shelf());
    }
}
