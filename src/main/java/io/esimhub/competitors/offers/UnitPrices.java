package io.esimhub.competitors.offers;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices that plans of different sizes can be compared by, with four decimals. */
public final class UnitPrices {

    private static final int SCALE = 4;
    private static final BigDecimal MB_PER_GB = BigDecimal.valueOf(1000);

    private UnitPrices() {}

    /**
     * @param dataMb null: unlimited
     * @return null for unlimited data
     */
    public static BigDecimal perGb(BigDecimal price, Long dataMb) {
        return dataMb == null
                ? null
                : price.multiply(MB_PER_GB).divide(BigDecimal.valueOf(dataMb), SCALE, RoundingMode.HALF_UP);
    }

    /**
     * @param validityDays null: none is named
     * @return null if none is named
     */
    public static BigDecimal perDay(BigDecimal price, Integer validityDays) {
        return validityDays == null
                ? null
                : price.divide(BigDecimal.valueOf(validityDays), SCALE, RoundingMode.HALF_UP);
    }
}
