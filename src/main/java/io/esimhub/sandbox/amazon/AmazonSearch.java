package io.esimhub.sandbox.amazon;

import io.esimhub.sandbox.storefront.ListKey;
import io.esimhub.sandbox.storefront.ListPage;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Orders of a time, by when they were created or last changed. A page's token holds the whole search and where it stands: v0 lets the
 * next page be asked for by its token alone.
 *
 * @param created rather than last changed
 * @param before null: open; itself included, like {@code after}
 * @param place the last order that was read; null: the start
 */
record AmazonSearch(boolean created, Instant after, Instant before, ListKey place) {

    /** @return empty unless exactly one of the kinds is asked for, each end of which belongs to it */
    static Optional<AmazonSearch> of(
            Instant createdAfter, Instant createdBefore, Instant updatedAfter, Instant updatedBefore) {
        boolean created = createdAfter != null;
        if (created == (updatedAfter != null) || (created ? updatedBefore : createdBefore) != null) {
            return Optional.empty();
        }
        return Optional.of(
                created
                        ? new AmazonSearch(true, createdAfter, createdBefore, null)
                        : new AmazonSearch(false, updatedAfter, updatedBefore, null));
    }

    /** @return empty if it is no token */
    static Optional<AmazonSearch> of(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\\|");
            return Optional.of(new AmazonSearch(
                    Boolean.parseBoolean(parts[0]),
                    Instant.parse(parts[1]),
                    parts[2].isEmpty() ? null : Instant.parse(parts[2]),
                    new ListKey(Instant.parse(parts[3]), parts[4])));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    ListPage page(List<MarketOrder> orders, int size) {
        return ListPage.of(orders.stream().filter(this::wants), this::key, Comparator.naturalOrder(), place, size);
    }

    /** For the page behind. */
    String token(ListPage page) {
        ListKey end = page.end();
        String text = created + "|" + after + "|" + (before == null ? "" : before) + "|" + end.at() + "|" + end.id();
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean wants(MarketOrder order) {
        Instant at = key(order).at();
        return !at.isBefore(after) && (before == null || !at.isAfter(before));
    }

    private ListKey key(MarketOrder order) {
        return new ListKey(created ? order.createdAt() : order.updatedAt(), order.id());
    }
}
