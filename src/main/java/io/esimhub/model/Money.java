package io.esimhub.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in one currency, kept with four decimals as the books keep it ({@code numeric(19,4)}).
 *
 * @param amount any sign, never more than four decimals
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {

    private static final int SCALE = 4;

    public Money {
        Objects.requireNonNull(amount, "amount");
        Currency.getInstance(currency);
        amount = amount.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    /** @throws ArithmeticException if the text has more than four decimals */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
