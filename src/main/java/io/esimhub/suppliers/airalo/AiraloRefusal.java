package io.esimhub.suppliers.airalo;

import io.esimhub.suppliers.SupplierAnswer.Refusal;
import java.util.Locale;
import java.util.Optional;

/**
 * A refusal in the vendor's words.
 *
 * @param code empty where there is none
 * @param packageId what is wrong with it, if anything
 * @param quantity likewise
 * @param sentence all of it, fit to be shown; empty if the vendor said nothing
 */
record AiraloRefusal(String code, String packageId, String quantity, String sentence) {

    /**
     * Empty where the vendor's failure is no refusal: code 53 is an unexpected error of its own, after which an order may well be in its
     * books.
     *
     * <p>Code 13, maintenance at the package's operator, counts as out of stock: it is a definite no to this package alone, while
     * waiting for it ({@code NotPlaced}) would pause the whole account, the packages of all other operators with it.
     */
    Optional<Refusal> meaning() {
        return switch (code) {
            case "11" -> Optional.of(Refusal.FUNDS);
            case "13", "33" -> Optional.of(Refusal.OUT_OF_STOCK);
            case "34" -> Optional.of(Refusal.UNKNOWN_BUNDLE);
            case "53" -> Optional.empty();
            case "" -> Optional.of(byField());
            default -> Optional.of(Refusal.INVALID);
        };
    }

    private Refusal byField() {
        if (packageId.toLowerCase(Locale.ROOT).contains("invalid")) {
            return Refusal.UNKNOWN_BUNDLE;
        }
        return quantity.toLowerCase(Locale.ROOT).contains("not available") ? Refusal.OUT_OF_STOCK : Refusal.INVALID;
    }
}
