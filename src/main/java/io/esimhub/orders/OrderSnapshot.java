package io.esimhub.orders;

import io.esimhub.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order as its channel showed it at one moment.
 *
 * @param externalName what the customer knows it by, e.g. {@code #1001}; not unique
 * @param updatedAt the channel's own time of this state, whole seconds
 * @param test placed to try the shop; nothing is bought for it
 * @param hold why a person has to look before anything is bought, in one word, e.g. {@code RISK}; once said it stays until a person
 *     releases the order
 * @param shippingAddress where goods are to be sent; absent where the order has none, or not a whole one
 * @param total in the shop's currency
 * @param presentmentTotal in the customer's currency
 * @param countedRefunds the channel's ids of the refunds that the quantities count already; absent where the channel does not list them
 */
public record OrderSnapshot(
        OrderIdentity identity,
        String externalName,
        Instant updatedAt,
        Optional<Instant> placedAt,
        Payment payment,
        boolean cancelled,
        boolean test,
        Optional<String> hold,
        SnapshotCustomer customer,
        Optional<PostalAddress> shippingAddress,
        Optional<Money> total,
        Optional<Money> presentmentTotal,
        Optional<Set<String>> countedRefunds,
        List<SnapshotLine> lines)
        implements OrderNews {

    /**
     * The hold of an order that its channel shows as sent already. It counts for an order that is new to us, which somebody else has
     * served; one that we know was sent by us.
     */
    public static final String FULFILLED_ALREADY = "FULFILLED_ALREADY";

    /** As told of an order that we know. */
    OrderSnapshot ofKnownOrder() {
        return hold.filter(FULFILLED_ALREADY::equals).isPresent() ? withHold(Optional.empty()) : this;
    }

    /** What the channel does not say any more of the person: eBay tells an address for two weeks. */
    OrderSnapshot rememberingPerson(OrderSnapshot before) {
        SnapshotCustomer was = before.customer;
        SnapshotCustomer person = new SnapshotCustomer(
                customer.externalId().or(was::externalId),
                customer.email().or(was::email),
                customer.name().or(was::name),
                customer.locale().or(was::locale));
        return with(hold, person, shippingAddress.or(before::shippingAddress), lines);
    }

    /** Whether the quantities are what is left after this refund. */
    boolean counts(OrderRefund refund) {
        return countedRefunds.filter(ids -> ids.contains(refund.externalId())).isPresent()
                || refund.at().isBefore(updatedAt)
                || refund.at().equals(updatedAt) && countedRefunds.isEmpty();
    }

    /** @param other why a person has to look first; empty: for no reason */
    public OrderSnapshot withHold(Optional<String> other) {
        return with(other, customer, shippingAddress, lines);
    }

    /** For an order whose person is not to be in our books any more. */
    OrderSnapshot withoutPerson() {
        return with(hold, SnapshotCustomer.NOBODY, Optional.empty(), lines);
    }

    OrderSnapshot withLines(List<SnapshotLine> other) {
        return with(hold, customer, shippingAddress, other);
    }

    private OrderSnapshot with(
            Optional<String> newHold,
            SnapshotCustomer newCustomer,
            Optional<PostalAddress> newAddress,
            List<SnapshotLine> newLines) {
        return new OrderSnapshot(
                identity,
                externalName,
                updatedAt,
                placedAt,
                payment,
                cancelled,
                test,
                newHold,
                newCustomer,
                newAddress,
                total,
                presentmentTotal,
                countedRefunds,
                newLines);
    }
}
