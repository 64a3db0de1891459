package io.esimhub.suppliers;

/**
 * What a supplier can do, declared by its adapter as a bean.
 *
 * @param code the supplier's code in the catalog, the settings and the names of its routes
 * @param maxQuantity most eSIMs in one order
 * @param completesLater orders are answered with a reference and allocated afterwards
 */
public record SupplierCapabilities(
        String code, ResolutionCapability resolution, int maxQuantity, boolean completesLater) {}
