package io.esimhub.orders;

import io.esimhub.fulfillment.OrderRef;
import java.util.Optional;

/**
 * An order that an operator does something to, under its lock.
 *
 * @param held it waits for a person now
 * @param stopped a person ended it
 * @param ignored why nothing is done for it, if so
 */
record ActedOrder(
        long id, String state, boolean held, boolean stopped, Optional<String> ignored, Optional<String> recipient) {

    OrderRef ref() {
        return new OrderRef(RetailOrders.KIND, id);
    }
}
