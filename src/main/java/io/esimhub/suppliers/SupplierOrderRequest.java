package io.esimhub.suppliers;

import io.esimhub.model.Money;

/**
 * One order to send to a supplier, once.
 *
 * @param key ours, at most 50 characters of {@code [0-9a-f-]}; the supplier's idempotency key where it knows such a thing
 * @param supplierSku the supplier's name of the bundle
 * @param quantity one or more, never over the supplier's maximum
 * @param unitCost what we expect to pay for each, the price guard where the supplier has one
 */
public record SupplierOrderRequest(String key, String supplierSku, int quantity, Money unitCost) {}
