package io.esimhub.catalog.sync;

import io.esimhub.suppliers.SupplierOffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What our product says that its buyer gets.
 *
 * @param countries ISO 3166 two-letter codes; the variant's own if it covers less than the product
 * @param dataMb megabytes of 10^6 bytes; empty: unlimited
 */
record Promise(List<String> countries, Optional<Integer> dataMb, Optional<Integer> validityDays) {

    private static final long MEGABYTE = 1_000_000;
    /** A gigabyte of 2^30 bytes sold as 1000 MB is no difference worth a word. */
    private static final double BINARY_GENEROSITY = (double) (1L << 30) / 1_000_000_000;

    /** Where the offer differs, by topic; what the supplier does not say does not differ. {@code less} names topics in which the buyer gets less. */
    Map<String, Object> differences(SupplierOffer offer) {
        Map<String, Object> found = new LinkedHashMap<>();
        TreeSet<String> less = new TreeSet<>();
        coverage(offer, found, less);
        data(offer, found, less);
        validity(offer, found, less);
        if (!less.isEmpty()) {
            found.put("less", List.copyOf(less));
        }
        return found;
    }

    private void coverage(SupplierOffer offer, Map<String, Object> found, TreeSet<String> less) {
        TreeSet<String> missing = new TreeSet<>(countries);
        offer.countries().forEach(missing::remove);
        TreeSet<String> more = new TreeSet<>(offer.countries());
        countries.forEach(more::remove);
        if (offer.countries().isEmpty() || missing.isEmpty() && more.isEmpty()) {
            return;
        }
        found.put("countries", Map.of("missing", List.copyOf(missing), "more", List.copyOf(more)));
        if (!missing.isEmpty()) {
            less.add("countries");
        }
    }

    private void data(SupplierOffer offer, Map<String, Object> found, TreeSet<String> less) {
        if (offer.data().isEmpty()) {
            return;
        }
        long offered = offer.data().get().bytes();
        if (dataMb.isEmpty()) {
            found.put("dataBytes", Map.of("promised", "unlimited", "offered", offered));
            less.add("dataBytes");
            return;
        }
        long promised = dataMb.get() * MEGABYTE;
        if (offered < promised || offered > promised * BINARY_GENEROSITY) {
            found.put("dataBytes", Map.of("promised", promised, "offered", offered));
        }
        if (offered < promised) {
            less.add("dataBytes");
        }
    }

    private void validity(SupplierOffer offer, Map<String, Object> found, TreeSet<String> less) {
        if (offer.validityDays().isEmpty()
                || validityDays.isEmpty()
                || offer.validityDays().equals(validityDays)) {
            return;
        }
        found.put(
                "validityDays",
                Map.of(
                        "promised",
                        validityDays.get(),
                        "offered",
                        offer.validityDays().get()));
        if (offer.validityDays().get() < validityDays.get()) {
            less.add("validityDays");
        }
    }
}
