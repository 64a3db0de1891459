package io.esimhub.fulfillment;

import io.esimhub.model.Money;
import io.esimhub.suppliers.EsimReference;

/**
 * An eSIM we bought, as far as giving it back needs it; never its code.
 *
 * @param unit where the unit stands that it was bought for
 * @param cost what it cost us
 */
record BoughtEsim(
        long id,
        long unitId,
        UnitState unit,
        OrderRef order,
        String sku,
        String supplier,
        Money cost,
        EsimReference reference) {}
