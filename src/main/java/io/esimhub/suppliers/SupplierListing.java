package io.esimhub.suppliers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All orders of a window, every page of it.
 *
 * @param supplierClock the supplier's time when it answered (its Date header), to tell its clock from ours
 */
public record SupplierListing(List<SupplierOrder> orders, Optional<Instant> supplierClock) {}
