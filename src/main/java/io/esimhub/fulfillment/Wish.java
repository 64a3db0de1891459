package io.esimhub.fulfillment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a variant is looked for.
 *
 * @param sku of the product
 * @param quantity of the whole line
 * @param units of it that are to be bought now
 * @param refused what suppliers refused for this line lately, by supplier and bundle
 * @param onlySupplier set when these units must not change their supplier
 * @param notBoughtAt when a purchase of theirs was last proven not to have happened, by supplier
 */
record Wish(
        String sku,
        int quantity,
        int units,
        Map<String, String> refused,
        Optional<String> onlySupplier,
        Map<String, Instant> notBoughtAt) {

    static Wish of(String sku, int quantity) {
        return new Wish(sku, quantity, quantity, Map.of(), Optional.empty(), Map.of());
    }

    Optional<String> refusal(Variant variant) {
        return Optional.ofNullable(refused.get(variant.supplier() + " " + variant.supplierSku()));
    }
}
