package io.esimhub.suppliers;

import io.esimhub.model.DataVolume;
import io.esimhub.model.Money;
import java.util.List;
import java.util.Optional;

/**
 * A bundle in a supplier's list.
 *
 * @param supplierSku what an order names it by
 * @param otherNames further names that an order may use for the same bundle
 * @param cost what one costs us
 * @param available can be ordered now
 * @param countries ISO 3166 two-letter codes it covers, sorted; empty where the supplier does not say
 * @param data how much of it; empty: unlimited, or not said
 * @param validityDays from activation; empty where not said
 */
public record SupplierOffer(
        String supplierSku,
        List<String> otherNames,
        String name,
        Money cost,
        boolean available,
        List<String> countries,
        Optional<DataVolume> data,
        Optional<Integer> validityDays) {}
