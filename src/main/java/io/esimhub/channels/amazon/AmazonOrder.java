package io.esimhub.channels.amazon;

import io.esimhub.model.Money;
import io.esimhub.orders.OrderIdentity;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.PostalAddress;
import io.esimhub.orders.SnapshotCustomer;
import io.esimhub.orders.SnapshotLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as either API tells it.
 *
 * @param byAmazon Amazon's own warehouse sends it
 * @param email the alias that Amazon forwards; people are never matched by it
 */
record AmazonOrder(
        String id,
        Instant updatedAt,
        Optional<Instant> placedAt,
        String status,
        boolean byAmazon,
        Optional<String> marketplace,
        Optional<String> email,
        Optional<String> name,
        Optional<PostalAddress> address,
        Optional<Money> total,
        List<Item> items) {

    /**
     * @param ordered units that the buyer is owed: cancelled ones are not in it
     * @param shipped units that Amazon knows to be sent
     * @param cancelRequested the buyer asked to cancel it, and nobody has answered
     */
    record Item(
            String id,
            Optional<String> sku,
            String title,
            int ordered,
            int shipped,
            boolean cancelRequested,
            Optional<Money> unitPrice) {}

    boolean cancelled() {
        return AmazonWords.cancelled(status);
    }

    OrderSnapshot snapshot(String account) {
        boolean asked = !cancelled() && items.stream().anyMatch(Item::cancelRequested);
        boolean sentAlready = !cancelled() && items.stream().anyMatch(item -> item.shipped() > 0);
        return new OrderSnapshot(
                new OrderIdentity(AmazonInbox.CHANNEL, account, id),
                id,
                updatedAt,
                placedAt,
                AmazonWords.payment(status),
                cancelled(),
                false,
                asked
                        ? Optional.of("CANCEL_REQUESTED")
                        : sentAlready ? Optional.of(OrderSnapshot.FULFILLED_ALREADY) : Optional.empty(),
                new SnapshotCustomer(Optional.empty(), email, name, Optional.empty()),
                address,
                total,
                Optional.empty(),
                Optional.empty(),
                items.stream()
                        .map(item ->
                                new SnapshotLine(item.id(), item.sku(), item.title(), item.ordered(), item.unitPrice()))
                        .toList());
    }
}
