package io.esimhub.fulfillment;

import java.util.Optional;

/** How the mail speaks of the customer, the order and the shop. */
record Addressee(Optional<String> customerName, String orderName, String shopName) {

    static Addressee of(LockedOrder order) {
        return new Addressee(order.customerName(), order.displayName(), order.shopName());
    }
}
