package io.esimhub.suppliers.esimgo;

import io.esimhub.suppliers.SupplierAnswer.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why eSIM Go refused, from its sentence: there are no codes, and the sentences are not published. What matches nothing is
 * INVALID, which stops at this supplier.
 */
final class EsimGoRefusal {

    private static final Pattern FUNDS = Pattern.compile("balance|credit|funds");
    private static final Pattern OUT_OF_STOCK = Pattern.compile(
            "out of stock|stock|sold out|not available|unavailable|bundles? left|no bundles?\\b|any available bundles?");
    private static final Pattern SHORT = Pattern.compile("insufficient|not enough");
    private static final Pattern BUNDLE = Pattern.compile("bundle|item|catalogue");
    private static final Pattern UNKNOWN =
            Pattern.compile("not found|unknown|does ?n[o']t exist|does not exist|invalid|no such|not recognised");

    private EsimGoRefusal() {}

    static Refusal of(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT);
        if (FUNDS.matcher(text).find()) {
            return Refusal.FUNDS;
        }
        if (BUNDLE.matcher(text).find() && UNKNOWN.matcher(text).find()) {
            return Refusal.UNKNOWN_BUNDLE;
        }
        if (OUT_OF_STOCK.matcher(text).find()) {
            return Refusal.OUT_OF_STOCK;
        }
        return SHORT.matcher(text).find() ? Refusal.FUNDS : Refusal.INVALID;
    }
}
