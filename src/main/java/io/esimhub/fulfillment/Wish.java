package io.esimhub.fulfillment;

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
 */
record Wish(String sku, int quantity, int units, Map<String, String> refused, Optional<String> onlySupplier) {

    static Wish of(String sku, int quantity) {
        return new Wish(sku, quantity, quantity, Map.of(), Optional.empty());
    }

    Optional<String> refusal(Variant variant) {
        return Optional.ofNullable(refused.get(variant.supplier() + " " + variant.supplierSku()));
    }
}
