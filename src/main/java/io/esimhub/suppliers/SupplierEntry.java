package io.esimhub.suppliers;

import java.util.Locale;

/** A route of a supplier: {@code direct:<entry>-<code>}. What goes in and comes out is said here; routes throw where they say so. */
public enum SupplierEntry {
    /** A {@link SupplierOrderRequest} becomes a {@link SupplierAnswer}; never an exception. */
    PLACE,
    /** The supplier's reference of an order becomes a {@link FindAnswer}; throws when the line failed. */
    FIND,
    /** An {@link OrderWindow} becomes a {@link SupplierListing}, every page of it; throws on anything less. */
    LIST,
    /** Anything becomes a {@link SupplierOffers}, all of them; throws on anything less. */
    CATALOG,
    /** Anything becomes a {@link io.esimhub.model.Money}; throws when the supplier did not say. */
    BALANCE,
    /** An {@link EsimReference} becomes a {@link CancelAnswer}; never an exception. */
    CANCEL,
    /** An {@link EsimReference} becomes an {@link EsimStatus}; throws when the supplier did not say. */
    STATUS;

    /** The name of the route and its endpoint, without {@code direct:}. */
    public String route(String supplier) {
        return name().toLowerCase(Locale.ROOT) + "-" + supplier;
    }
}
