package io.esimhub.catalog;

import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A catalog to be merged into ours, free of errors. */
record CatalogFile(List<Supplier> suppliers, List<Product> products) {

    record Supplier(String code, String name, String status) {}

    /**
     * @param kind {@code esim} or {@code sim}
     * @param countries ISO 3166 two-letter codes
     * @param dataMb megabytes of 10^6 bytes; absent: unlimited
     * @param marginFloor per cent of the retail price that must remain after the cost; absent: as the settings say
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
            Optional<BigDecimal> marginFloor,
            String status,
            List<Variant> variants,
            List<TierPrice> tierPrices) {}

    /**
     * @param priority the lowest is bought first
     * @param maxQuantity most eSIMs in one order of this bundle; absent: as the supplier allows
     * @param validFrom before it the variant is not bought; absent: always was
     * @param validTo from then on it is not bought any more; absent: no end
     * @param countries what the bundle covers, if less than the product promises; empty: as the product
     */
    record Variant(
            String supplier,
            String supplierSku,
            Money cost,
            int priority,
            String status,
            Optional<Integer> maxQuantity,
            Optional<Instant> validFrom,
            Optional<Instant> validTo,
            List<String> countries) {}

    record TierPrice(String tier, int minQuantity, Money unitPrice) {}
}
