package io.esimhub.competitors.position;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What prices are in one currency.
 *
 * @param rates units of the base for one unit of the currency
 */
public record Rates(String base, Map<String, BigDecimal> rates) {

    private static final int SCALE = 4;

    /** @return empty for a currency without a rate */
    public Optional<BigDecimal> inBase(BigDecimal amount, String currency) {
        if (base.equals(currency)) {
            return Optional.of(amount.setScale(SCALE, RoundingMode.HALF_UP));
        }
        return Optional.ofNullable(rates.get(currency))
                .map(rate -> amount.multiply(rate).setScale(SCALE, RoundingMode.HALF_UP));
    }
}
