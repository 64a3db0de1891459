package io.esimhub.sandbox.storefront;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Some orders of a list, and whether there are more behind them. */
public record ListPage(List<Entry> entries, boolean more) {

    /** @param key as it was when the list was sorted; the order may have changed since */
    public record Entry(ListKey key, MarketOrder order) {}

    /**
     * @param after the last key of the page before; null: from the start
     * @param size of the page
     */
    public static ListPage of(
            Stream<MarketOrder> orders,
            Function<MarketOrder, ListKey> by,
            Comparator<ListKey> direction,
            ListKey after,
            int size) {
        List<Entry> rest = orders.map(order -> new Entry(by.apply(order), order))
                .filter(entry -> after == null || direction.compare(entry.key(), after) > 0)
                .sorted(Comparator.comparing(Entry::key, direction))
                .toList();
        return rest.size() > size ? new ListPage(rest.subList(0, size), true) : new ListPage(rest, false);
    }

    /** Of the last order; null if there is none. */
    public ListKey end() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1).key();
    }
}
