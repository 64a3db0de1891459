package io.esimhub.sandbox.storefront;

import java.time.Instant;
import java.util.List;

/**
 * What somebody buys. Everything may be left out: then it is one eSIM for the United Kingdom, paid, by a traveller with an address.
 *
 * @param shop a shop of the channel; absent: its first one
 * @param email absent: made up; empty: the channel tells none
 * @param paid absent: true
 * @param test absent: false
 * @param placedAt when it was placed and, for the first time, changed; absent: now
 */
public record OrderWish(
        String shop, String email, String name, Boolean paid, Boolean test, List<Item> items, Instant placedAt) {

    /** @param price of one, in USD; absent: 4.50 */
    public record Item(String sku, Integer quantity, String price) {}
}
