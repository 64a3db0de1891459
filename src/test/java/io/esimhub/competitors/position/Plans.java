package io.esimhub.competitors.position;

import io.esimhub.competitors.Offer;
import io.esimhub.competitors.ours.OurProduct;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Plans for tests. */
public final class Plans {

    public static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private Plans() {}

    public static OurProduct ours(long id, String sku, Set<String> countries, Long mb, Integer days, String price) {
        BigDecimal amount = price == null ? null : new BigDecimal(price);
        return new OurProduct(
                id, sku, sku, new TreeSet<>(countries), mb, days, amount, price == null ? null : "USD", true, NOON);
    }

    public static Offer offer(
            String competitor, String id, Set<String> countries, Long mb, Integer days, String price, String currency) {
        return new Offer(
                competitor, id, id, null, new TreeSet<>(countries), mb, days, new BigDecimal(price), currency, NOON);
    }
}
