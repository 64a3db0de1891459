package io.esimhub.suppliers.stock;

import java.time.Instant;

/**
 * An order that stock was allocated to.
 *
 * @param number what the purchase knows it by
 * @param key the purchase's
 */
record StockOrder(long id, String number, String key, String sku, int quantity, Instant at) {}
