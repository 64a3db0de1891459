package io.esimhub.orders;

import io.esimhub.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as its channel showed it at one moment.
 *
 * @param externalName what the customer knows it by, e.g. {@code #1001}; not unique
 * @param updatedAt the channel's own time of this state, whole seconds
 * @param test placed to try the shop; nothing is bought for it
 * @param shippingAddress where goods are to be sent; absent where the order has none, or not a whole one
 * @param total in the shop's currency
 * @param presentmentTotal in the customer's currency
 */
public record OrderSnapshot(
        OrderIdentity identity,
        String externalName,
        Instant updatedAt,
        Optional<Instant> placedAt,
        Payment payment,
        boolean cancelled,
        boolean test,
        SnapshotCustomer customer,
        Optional<PostalAddress> shippingAddress,
        Optional<Money> total,
        Optional<Money> presentmentTotal,
        List<SnapshotLine> lines) {}
