package io.esimhub.reconciliation.listing;

import io.esimhub.orders.OrderSnapshot;
import java.util.Map;

/**
 * An order as its channel's list shows it. Lists say less than an order does: the customer and the money may be missing.
 *
 * @param allLines every line is here
 * @param fulfilled units that the channel knows to be sent, by its id of the line; lines of which it does not say are missing
 * @param body the channel's own words, enough to find the order again
 */
public record ListedOrder(OrderSnapshot snapshot, boolean allLines, Map<String, Integer> fulfilled, byte[] body) {

    public String externalId() {
        return snapshot.identity().externalId();
    }
}
