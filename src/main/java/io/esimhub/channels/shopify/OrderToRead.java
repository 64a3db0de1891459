package io.esimhub.channels.shopify;

import io.esimhub.orders.OrderSnapshot;
import java.util.Optional;

/**
 * An order whose event does not say enough.
 *
 * @param shop its domain
 * @param told what the event did say, if it was the order
 */
record OrderToRead(String shop, ShopifyGid order, Optional<OrderSnapshot> told) {}
