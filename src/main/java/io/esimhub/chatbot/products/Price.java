package io.esimhub.chatbot.products;

import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A price as a customer reads it.
 *
 * @param amount in the currency's main unit, with at least as many places as the currency has: {@code 9.50}
 * @param currency ISO 4217
 */
public record Price(String amount, String currency) {

    static Price of(Money money) {
        BigDecimal amount = money.amount().stripTrailingZeros();
        int places = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return new Price(amount.setScale(Math.max(places, amount.scale())).toPlainString(), money.currency());
    }
}
