package io.esimhub.catalog;

import io.esimhub.model.Money;
import java.util.List;
import java.util.Optional;

/** A catalog to be merged into ours, free of errors. */
record CatalogFile(List<Supplier> suppliers, List<Product> products) {

    record Supplier(String code, String name, String status) {}

    /**
     * @param kind {@code esim} or {@code sim}
     * @param countries ISO 3166 two-letter codes
     * @param dataMb megabytes of 10^6 bytes; absent: unlimited
     */
    record Product(
            String sku,
            String name,
            String kind,
            List<String> countries,
            Optional<Integer> dataMb,
            Optional<Integer> validityDays,
            Optional<Money> retailPrice,
            Optional<Money> wholesalePrice,
            String status,
            List<Variant> variants,
            List<TierPrice> tierPrices) {}

    /** @param priority the lowest is bought first */
    record Variant(String supplier, String supplierSku, Money cost, int priority, String status) {}

    record TierPrice(String tier, int minQuantity, Money unitPrice) {}
}
