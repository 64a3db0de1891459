package io.esimhub.channels.ebay;

import io.esimhub.orders.Parcel;
import io.esimhub.orders.SentLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What eBay is still to be told: the units that we sent and that none of the order's fulfillments holds. Planned anew from eBay's own
 * state each time, so that telling twice fulfils once.
 */
final class EbayFulfillmentPlan {

    private EbayFulfillmentPlan() {}

    /** @param lines units by line, as they travel together */
    record Fulfillment(Optional<Parcel> parcel, Map<String, Integer> lines) {}

    /** @param known units that eBay knows to be sent, by line */
    static List<Fulfillment> of(Map<String, Integer> known, List<SentLine> sent) {
        Map<Optional<Parcel>, Map<String, Integer>> untold = new LinkedHashMap<>();
        for (SentLine line : sent) {
            line.units().stream()
                    .skip(known.getOrDefault(line.externalId(), 0))
                    .forEach(parcel -> untold.computeIfAbsent(parcel, key -> new LinkedHashMap<>())
                            .merge(line.externalId(), 1, Integer::sum));
        }
        return untold.entrySet().stream()
                .map(each -> new Fulfillment(each.getKey(), each.getValue()))
                .toList();
    }
}
