package io.esimhub.reconciliation.listing;

import java.util.List;

/**
 * A channel whose own list of orders can be read: its route {@code direct:list-<code>-orders} makes a {@link ListAnswer} of a {@link
 * ListQuestion}, and throws on anything less than a whole page.
 */
public interface ListedChannel {

    /** As in {@link io.esimhub.orders.OrderIdentity#channel()}. */
    String code();

    /** Whose lists can be read, by the settings; empty if the channel is off. */
    List<String> shops();
}
