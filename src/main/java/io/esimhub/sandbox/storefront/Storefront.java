package io.esimhub.sandbox.storefront;

import java.util.Optional;

/** One channel of the outside world, where people buy from the shop that the hub works for. */
public interface Storefront {

    /** As the hub calls it, e.g. {@code shopify}. */
    String channel();

    /**
     * Takes an order and tells the hub of it as the real channel would.
     *
     * @param quiet the notification is lost: nothing is told
     */
    PlacedOrder place(OrderWish wish, boolean quiet);

    /**
     * The buyer, or the seller, cancels; the hub is told as the real channel would.
     *
     * @param quiet the notification is lost: nothing is told
     * @return empty if there is no such order
     */
    Optional<PlacedOrder> cancel(String orderId, boolean quiet);

    /** What the channel knows of an order now. */
    Optional<PlacedOrder> find(String orderId);
}
