package io.esimhub.sandbox.shop;

import java.math.BigDecimal;

/**
 * What a buyer brings to the till.
 *
 * @param key what the buyer calls it, or null where the supplier keeps no such thing
 * @param unitPrice in USD
 * @param assign false: into the inventory, without an eSIM
 * @param idempotent a second basket with the same key is the first one again, and not another purchase
 */
public record Basket(
        String supplier,
        String key,
        String bundle,
        int quantity,
        BigDecimal unitPrice,
        boolean assign,
        boolean idempotent) {

    /** A key tells a repetition from a second purchase. */
    public Basket(String supplier, String key, String bundle, int quantity, BigDecimal unitPrice, boolean assign) {
        this(supplier, key, bundle, quantity, unitPrice, assign, true);
    }

    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
