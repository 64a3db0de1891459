package io.esimhub.crash;

import java.util.Map;

/**
 * An order of the shop.
 *
 * @param quantities what is ours of it: eSIMs per SKU
 * @param other whether it holds a line that is not ours
 */
record ShopOrder(long id, Map<String, Integer> quantities, boolean other) {

    String externalId() {
        return Long.toString(id);
    }

    String email() {
        return "traveller-" + id + "@example.com";
    }

    int owed() {
        return quantities.values().stream().mapToInt(Integer::intValue).sum();
    }
}
