package io.esimhub.catalog;

import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one unit of a currency is worth in another, as the settings say. They serve to judge margins, never to pay.
 *
 * @param rates by pair, such as {@code EUR/USD}: how many dollars one euro is
 */
public record ExchangeRates(Map<String, BigDecimal> rates) {

    /** @throws IllegalArgumentException if a pair is not two currencies, or a rate is not above zero */
    public ExchangeRates {
        Map<String, BigDecimal> read = new HashMap<>();
        rates.forEach((pair, rate) -> {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("the rate of " + pair + " is not above zero");
            }
            read.put(pairOf(pair), rate);
        });
        rates = Map.copyOf(read);
    }

    public static ExchangeRates none() {
        return new ExchangeRates(Map.of());
    }

    /** One unit of the first in the second; empty if the settings do not say. Never the reciprocal of a rate: that has no end. */
    Optional<BigDecimal> rate(String from, String to) {
        return from.equals(to) ? Optional.of(BigDecimal.ONE) : Optional.ofNullable(rates.get(from + to));
    }

    /** An amount of the first in another currency, unrounded. */
    Optional<BigDecimal> in(String currency, Money money) {
        return rate(money.currency(), currency).map(money.amount()::multiply);
    }

    /** The slash of a map's key is lost between the settings and us, unless the key is in brackets. */
    private static String pairOf(String text) {
        String letters = text.replace("/", "").toUpperCase(Locale.ROOT);
        if (letters.length() != 6) {
            throw new IllegalArgumentException(text + " is no pair of currencies such as EUR/USD");
        }
        Currency.getInstance(letters.substring(0, 3));
        Currency.getInstance(letters.substring(3));
        return letters;
    }
}
