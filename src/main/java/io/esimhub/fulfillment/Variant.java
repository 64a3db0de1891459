package io.esimhub.fulfillment;

import io.esimhub.model.Money;

/** A supplier's bundle that satisfies a product. */
record Variant(
        long id,
        String supplier,
        String supplierSku,
        Money cost,
        int priority,
        boolean active,
        boolean supplierActive,
        VariantLimits limits) {}
