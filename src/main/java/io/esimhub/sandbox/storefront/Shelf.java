package io.esimhub.sandbox.storefront;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The orders of one channel. They are sorted again only after one has changed: a list of a hundred pages is read from one sorting. */
final class Shelf {

    private record Sorted(long version, List<MarketOrder> orders) {}

    private final Map<String, MarketOrder> orders = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private volatile Sorted sorted = new Sorted(0, List.of());

    void put(MarketOrder order) {
        orders.put(order.id(), order);
        changed();
    }

    boolean remove(String id) {
        boolean there = orders.remove(id) != null;
        changed();
        return there;
    }

    /** After the change, so that whoever sorted the order as it was sorts again. */
    void changed() {
        version.incrementAndGet();
    }

    Optional<MarketOrder> find(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** The one that was changed longest ago first. */
    List<MarketOrder> sorted() {
        long now = version.get();
        Sorted last = sorted;
        if (last.version() != now) {
            last = new Sorted(now, sort());
            sorted = last;
        }
        return last.orders();
    }

    /** By keys that stand still, whatever happens to the orders meanwhile. */
    private List<MarketOrder> sort() {
        return ListPage.of(
                        orders.values().stream(),
                        order -> new ListKey(order.updatedAt(), order.id()),
                        ListKey::compareTo,
                        null,
                        Integer.MAX_VALUE)
                .entries()
                .stream()
                .map(ListPage.Entry::order)
                .toList();
    }
}
