package io.esimhub.suppliers;

import java.util.List;

/** Everything a supplier sells, every page of its list. */
public record SupplierOffers(List<SupplierOffer> offers) {}
