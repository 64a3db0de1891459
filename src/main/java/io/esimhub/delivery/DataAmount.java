package io.esimhub.delivery;

import java.math.BigDecimal;
import java.math.MathContext;

/** Megabytes in the words of a price list: 500 MB, 1 GB, 1.5 GB. Whole multiples of 1024 are gigabytes as well. */
record DataAmount(int megabytes) {

    String text() {
        if (megabytes < 1000) {
            return megabytes + " MB";
        }
        int unit = megabytes % 1024 == 0 ? 1024 : 1000;
        BigDecimal gigabytes = BigDecimal.valueOf(megabytes).divide(BigDecimal.valueOf(unit), new MathContext(4));
        return gigabytes.stripTrailingZeros().toPlainString() + " GB";
    }
}
