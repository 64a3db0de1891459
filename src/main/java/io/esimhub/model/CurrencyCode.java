package io.esimhub.model;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Codes of currencies, ISO 4217. */
public final class CurrencyCode {

    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private CurrencyCode() {}

    /** @param text in capitals */
    public static boolean isKnown(String text) {
        return KNOWN.contains(text);
    }

    /** In capitals, however it was written; empty if there is none of that name. */
    public static Optional<String> of(String text) {
        return Optional.of(text.toUpperCase(Locale.ROOT)).filter(KNOWN::contains);
    }
}
