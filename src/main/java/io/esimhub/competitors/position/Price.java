package io.esimhub.competitors.position;

import java.math.BigDecimal;

/**
 * @param amount as printed
 * @param comparable in the base currency, null without a rate
 * @param perGb in the base currency; null for unlimited data or without a rate
 * @param perDay in the base currency; null without a validity or a rate
 */
public record Price(String amount, String currency, BigDecimal comparable, BigDecimal perGb, BigDecimal perDay) {

    static Price of(BigDecimal amount, String currency, Long dataMb, Integer days, Rates rates) {
        BigDecimal comparable = rates.inBase(amount, currency).orElse(null);
        return new Price(
                amount.toPlainString(),
                currency,
                comparable,
                comparable == null ? null : UnitPrice.perGb(comparable, dataMb),
                comparable == null ? null : UnitPrice.perDay(comparable, days));
    }
}
