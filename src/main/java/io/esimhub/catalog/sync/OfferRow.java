package io.esimhub.catalog.sync;

import io.esimhub.model.DataVolume;
import io.esimhub.suppliers.SupplierOffer;
import java.math.BigDecimal;
import java.util.List;

/** An offer on its way to the database, all of a list in one statement. */
record OfferRow(
        String sku,
        List<String> others,
        String name,
        BigDecimal amount,
        String currency,
        boolean available,
        List<String> countries,
        Long bytes,
        String base,
        Integer days) {

    static OfferRow of(SupplierOffer offer) {
        return new OfferRow(
                offer.supplierSku(),
                offer.otherNames(),
                offer.name(),
                offer.cost().amount(),
                offer.cost().currency(),
                offer.available(),
                offer.countries(),
                offer.data().map(DataVolume::bytes).orElse(null),
                offer.data().map(data -> data.base().name()).orElse(null),
                offer.validityDays().orElse(null));
    }
}
