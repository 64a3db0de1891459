package io.esimhub.catalog.sync;

import io.esimhub.model.DataVolume;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOffer;
import java.util.List;
import java.util.Optional;

/** Offers, known offers and variants for the tests of this package. */
final class Lists {

    private Lists() {}

    static SupplierOffer offer(String sku, String cost) {
        return offer(sku, cost, true);
    }

    static SupplierOffer offer(String sku, String cost, boolean available, String... otherNames) {
        return new SupplierOffer(
                sku,
                List.of(otherNames),
                sku,
                Money.of(cost, "USD"),
                available,
                List.of("GB"),
                Optional.of(DataVolume.megabytes(1000, DataVolume.Base.DECIMAL)),
                Optional.of(7));
    }

    static KnownOffer known(String sku, String... otherNames) {
        return new KnownOffer(sku, List.of(otherNames), Money.of("1.00", "USD"), true, false);
    }

    static KnownOffer gone(String sku) {
        return new KnownOffer(sku, List.of(), Money.of("1.00", "USD"), false, true);
    }

    static LinkedVariant active(String supplierSku, String cost) {
        return variant(supplierSku, cost, true, false);
    }

    static LinkedVariant withdrawn(String supplierSku) {
        return variant(supplierSku, "1.00", false, true);
    }

    static LinkedVariant switchedOff(String supplierSku) {
        return variant(supplierSku, "1.00", false, false);
    }

    private static LinkedVariant variant(String supplierSku, String cost, boolean active, boolean withdrawn) {
        return new LinkedVariant(
                1,
                "ESIM-GB",
                supplierSku,
                Money.of(cost, "USD"),
                active,
                withdrawn,
                new Promise(List.of("GB"), Optional.of(1000), Optional.of(7)));
    }
}
