package io.esimhub.suppliers.stock;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.stock}.
 *
 * @param low an alarm is raised when so many items of a SKU are free, or fewer
 * @param lowOf another figure for single SKUs; below zero: never
 */
@ConfigurationProperties("hub.stock")
record StockProperties(@DefaultValue("10") int low, @DefaultValue Map<String, Integer> lowOf) {

    int lowMark(String sku) {
        return lowOf.getOrDefault(sku, low);
    }
}
