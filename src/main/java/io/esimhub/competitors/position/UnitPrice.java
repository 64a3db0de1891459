package io.esimhub.competitors.position;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a gigabyte (1000 megabytes) or a day of a plan costs, to four places. */
final class UnitPrice {

    private static final int SCALE = 4;

    private UnitPrice() {}

    /** @return null for unlimited data */
    static BigDecimal perGb(BigDecimal price, Long dataMb) {
        return dataMb == null || dataMb <= 0
                ? null
                : price.multiply(BigDecimal.valueOf(1000))
                        .divide(BigDecimal.valueOf(dataMb), SCALE, RoundingMode.HALF_UP);
    }

    /** @return null without a validity */
    static BigDecimal perDay(BigDecimal price, Integer days) {
        return days == null || days <= 0 ? null : price.divide(BigDecimal.valueOf(days), SCALE, RoundingMode.HALF_UP);
    }
}
