package io.esimhub.competitors.offers;

import java.math.BigDecimal;

/**
 * A price as it was printed.
 *
 * @param amount above zero, at most four decimals
 * @param currency ISO 4217
 */
public record Price(BigDecimal amount, String currency) {}
