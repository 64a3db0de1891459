package io.esimhub.suppliers;

import java.util.Set;

/**
 * What a supplier can do, declared by its adapter as a bean.
 *
 * @param code the supplier's code in the catalog, the settings and the names of its routes
 * @param resolution how an order with an unknown outcome is found again
 * @param completion when orders are answered with their eSIMs
 * @param maxQuantity most eSIMs in one order
 * @param priceGuard the supplier refuses an order whose price is not the one we expect
 * @param cancelling whether an eSIM that nobody has installed can be given back by a call
 * @param mailsCustomer the supplier would write to the customer by itself, and cannot be told not to
 * @param callbacks how the supplier's callbacks are known to be its own
 * @param entries the routes there are, beside {@code place}
 * @param rate what calls count against the account's limit
 */
public record SupplierCapabilities(
        String code,
        ResolutionCapability resolution,
        Completion completion,
        int maxQuantity,
        boolean priceGuard,
        Cancelling cancelling,
        boolean mailsCustomer,
        CallbackAuthentication callbacks,
        Set<SupplierEntry> entries,
        RateCosts rate) {

    /** When the eSIMs of an order are there. */
    public enum Completion {
        /** In the answer to the order. */
        AT_ONCE,
        /** Some time after it. */
        LATER,
        /** As the settings, or the supplier, please. */
        EITHER;

        public boolean mayBeLater() {
            return this != AT_ONCE;
        }
    }

    /** How an eSIM is given back. */
    public enum Cancelling {
        /** By a call that answers. */
        BY_CALL,
        /** By a person, in the supplier's portal or by mail. */
        BY_A_PERSON,
        /** Not at all. */
        NEVER
    }

    /** How callbacks are proven. Whatever is proven, the supplier is asked again before anything is done. */
    public enum CallbackAuthentication {
        /** Every callback is signed; one without a signature is refused. */
        SIGNED,
        /** Some are; a wrong signature is refused. */
        SIGNED_IF_AT_ALL,
        /** There are none. */
        NONE
    }

    public boolean has(SupplierEntry entry) {
        return entries.contains(entry);
    }
}
