package io.esimhub.sandbox.redteago;

import java.math.BigDecimal;

/** Money as this API writes it: USD times 10,000, as a whole number. */
final class Amounts {

    private static final int PLACES = 4;

    private Amounts() {}

    static long tenThousandths(BigDecimal usd) {
        return usd.movePointRight(PLACES).longValueExact();
    }
}
