package io.esimhub.suppliers;

import java.util.Map;

/**
 * What a call counts for. Most vendors count all calls of an account together; some charge more for dear ones, or count an endpoint by
 * itself.
 *
 * @param costs tokens of the account's limit; an entry that is not named costs one
 * @param own calls a minute for an entry that has a limit of its own, beside the account's
 */
public record RateCosts(Map<SupplierEntry, Integer> costs, Map<SupplierEntry, Integer> own) {

    /** Every call costs one. */
    public static RateCosts even() {
        return new RateCosts(Map.of(), Map.of());
    }

    int of(SupplierEntry entry) {
        return costs.getOrDefault(entry, 1);
    }
}
