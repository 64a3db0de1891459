package io.esimhub.suppliers;

import java.util.Collection;
import java.util.Map;

/** A supplier whose stock we know without asking it: a bean of it makes the choice of variants look before it buys. */
public interface StockOnHand {

    /** The supplier's code. */
    String supplier();

    /**
     * How many could be had now. An order that comes first may still take them.
     *
     * @return a number for each that was asked for
     */
    Map<String, Integer> free(Collection<String> supplierSkus);
}
