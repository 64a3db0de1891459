package io.esimhub.crash;

import java.util.List;

/**
 * One purchase in the suppliers' ledger.
 *
 * @param reference the supplier's own number, unique at the supplier
 */
record Sold(String supplier, String reference, String bundle, int quantity, List<SoldEsim> esims) {

    /** @param id what the supplier names the eSIM by */
    record SoldEsim(String id, String matchingId) {}

    String name() {
        return supplier + " " + reference;
    }

    Kind kind() {
        return new Kind(supplier, bundle, quantity);
    }

    /** What a supplier's list cannot tell apart. */
    record Kind(String supplier, String bundle, int quantity) {}
}
