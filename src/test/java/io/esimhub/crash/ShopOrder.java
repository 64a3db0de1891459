package io.esimhub.crash;

import java.util.Map;

/**
 * An order of a channel.
 *
 * @param externalId the channel's id
 * @param quantities what is ours of it: eSIMs per SKU
 * @param other whether it holds a line that is not ours
 */
record ShopOrder(String externalId, String email, Map<String, Integer> quantities, boolean other) {

    /** Of a shop that counts. */
    static ShopOrder numbered(long id, Map<String, Integer> quantities, boolean other) {
        return new ShopOrder(Long.toString(id), "traveller-" + id + "@example.com", quantities, other);
    }

    long id() {
        return Long.parseLong(externalId);
    }

    int owed() {
        return quantities.values().stream().mapToInt(Integer::intValue).sum();
    }
}
