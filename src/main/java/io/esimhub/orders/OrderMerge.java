package io.esimhub.orders;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two snapshots of one order become one, whichever came first and however often: the newer wins by the channel's own time; on
 * a tie paid beats unpaid, cancelled beats open, the lower quantity beats the higher.
 */
final class OrderMerge {

    private OrderMerge() {}

    static OrderSnapshot merge(OrderSnapshot one, OrderSnapshot other) {
        int newer = one.updatedAt().compareTo(other.updatedAt());
        if (newer != 0) {
            OrderSnapshot newest = newer > 0 ? one : other;
            // what one snapshot saw a reason to wait for, another may not have looked at
            return newest.withHold(greater(one.hold(), other.hold(), Comparator.naturalOrder()));
        }
        return new OrderSnapshot(
                one.identity(),
                greater(one.externalName(), other.externalName()),
                one.updatedAt(),
                earlier(one.placedAt(), other.placedAt()),
                greater(one.payment(), other.payment()),
                one.cancelled() || other.cancelled(),
                one.test() || other.test(),
                greater(one.hold(), other.hold(), Comparator.naturalOrder()),
                customer(one.customer(), other.customer()),
                greater(one.shippingAddress(), other.shippingAddress(), Comparator.comparing(PostalAddress::text)),
                greater(one.total(), other.total(), Comparator.comparing(Object::toString)),
                greater(one.presentmentTotal(), other.presentmentTotal(), Comparator.comparing(Object::toString)),
                both(one.countedRefunds(), other.countedRefunds()),
                lines(one.lines(), other.lines()));
    }

    private static Optional<Set<String>> both(Optional<Set<String>> one, Optional<Set<String>> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        Set<String> both = new TreeSet<>(one.get());
        both.addAll(other.get());
        return Optional.of(both);
    }

    private static SnapshotCustomer customer(SnapshotCustomer one, SnapshotCustomer other) {
        return new SnapshotCustomer(
                greater(one.externalId(), other.externalId(), Comparator.naturalOrder()),
                greater(one.email(), other.email(), Comparator.naturalOrder()),
                greater(one.name(), other.name(), Comparator.naturalOrder()),
                greater(one.locale(), other.locale(), Comparator.naturalOrder()));
    }

    private static List<SnapshotLine> lines(List<SnapshotLine> one, List<SnapshotLine> other) {
        Map<String, SnapshotLine> merged = new TreeMap<>();
        one.forEach(line -> merged.put(line.externalId(), line));
        other.forEach(line -> merged.merge(line.externalId(), line, OrderMerge::line));
        return List.copyOf(new LinkedHashMap<>(merged).values());
    }

    private static SnapshotLine line(SnapshotLine one, SnapshotLine other) {
        return new SnapshotLine(
                one.externalId(),
                greater(one.sku(), other.sku(), Comparator.naturalOrder()),
                greater(one.title(), other.title()),
                Math.min(one.quantity(), other.quantity()),
                greater(one.unitPrice(), other.unitPrice(), Comparator.comparing(Object::toString)));
    }

    private static <T extends Comparable<T>> T greater(T one, T other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static <T> Optional<T> greater(Optional<T> one, Optional<T> other, Comparator<T> by) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return by.compare(one.get(), other.get()) >= 0 ? one : other;
    }

    private static <T extends Comparable<T>> Optional<T> earlier(Optional<T> one, Optional<T> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTo(other.get()) <= 0 ? one : other;
    }
}
