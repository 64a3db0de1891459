package io.esimhub.competitors.ours;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedSet;

/**
 * @param id the monitor's own; 0 while it has none
 * @param countries ISO 3166-1 alpha-2
 * @param dataMb null: unlimited
 * @param validityDays null: none
 * @param price null: nobody can buy it
 * @param currency ISO 4217, null without a price
 * @param asOf when the hub said so
 */
public record OurProduct(
        long id,
        String sku,
        String name,
        SortedSet<String> countries,
        Long dataMb,
        Integer validityDays,
        BigDecimal price,
        String currency,
        boolean buyable,
        Instant asOf) {}
