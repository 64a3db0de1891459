package io.esimhub.suppliers;

/** A supplier whose stock we know without asking it: a bean of it makes the choice of variants look before it buys. */
public interface StockOnHand {

    /** The supplier's code. */
    String supplier();

    /** How many could be had now. An order that comes first may still take them. */
    int free(String supplierSku);
}
