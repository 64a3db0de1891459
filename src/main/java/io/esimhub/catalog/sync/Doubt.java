package io.esimhub.catalog.sync;

import io.esimhub.suppliers.SupplierOffer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a list is not believed: what it would do to the catalog is more likely a fault at the supplier than its wish. */
final class Doubt {

    private Doubt() {}

    /**
     * @param greatestLoss per cent of the offers known until now that may be gone
     * @param lossAccepted a person says that the list may be short; an empty one is not believed even so
     */
    static Optional<String> about(
            List<SupplierOffer> listed, List<KnownOffer> known, BigDecimal greatestLoss, boolean lossAccepted) {
        Set<String> names = listed.stream().map(SupplierOffer::supplierSku).collect(Collectors.toSet());
        List<KnownOffer> there = known.stream().filter(offer -> !offer.gone()).toList();
        long lost = there.stream()
                .filter(offer -> !names.contains(offer.supplierSku()))
                .count();
        if (listed.isEmpty() && !known.isEmpty()) {
            return Optional.of("the list is empty; " + there.size() + " offers were in the last one");
        }
        boolean tooMany =
                BigDecimal.valueOf(lost * 100).compareTo(greatestLoss.multiply(BigDecimal.valueOf(there.size()))) > 0;
        return tooMany && !lossAccepted
                ? Optional.of(lost + " of " + there.size() + " offers are gone from the list at once")
                : Optional.empty();
    }
}
