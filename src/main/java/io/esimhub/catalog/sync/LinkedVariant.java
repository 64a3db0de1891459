package io.esimhub.catalog.sync;

import io.esimhub.model.Money;

/**
 * A variant of ours that is bought at the supplier whose list is being read.
 *
 * @param sku the product's
 * @param withdrawn inactive only because an earlier list did not offer it
 */
record LinkedVariant(
        long id, String sku, String supplierSku, Money cost, boolean active, boolean withdrawn, Promise promise) {}
