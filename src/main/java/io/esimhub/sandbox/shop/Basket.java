package io.esimhub.sandbox.shop;

import java.math.BigDecimal;

/**
 * What a buyer brings to the till.
 *
 * @param key tells a repetition from a second purchase, or null where the supplier knows no such thing
 * @param unitPrice in USD
 * @param assign false: into the inventory, without an eSIM
 */
public record Basket(String supplier, String key, String bundle, int quantity, BigDecimal unitPrice, boolean assign) {

    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
