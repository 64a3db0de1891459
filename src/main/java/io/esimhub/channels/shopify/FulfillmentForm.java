package io.esimhub.channels.shopify;

import io.esimhub.orders.Parcel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The input of {@code fulfillmentCreate} (Admin API, {@code FulfillmentInput}). */
final class FulfillmentForm {

    private FulfillmentForm() {}

    /** Lines are always named: without them everything in a fulfillment order would be fulfilled, the mug beside the eSIM too. */
    static Map<String, Object> of(FulfillmentPlan.Fulfillment fulfillment, boolean notifyCustomer) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("notifyCustomer", notifyCustomer);
        input.put(
                "lineItemsByFulfillmentOrder",
                fulfillment.units().entrySet().stream()
                        .map(order -> Map.of(
                                "fulfillmentOrderId",
                                order.getKey(),
                                "fulfillmentOrderLineItems",
                                lines(order.getValue())))
                        .toList());
        fulfillment.parcel().ifPresent(parcel -> input.put("trackingInfo", tracking(parcel)));
        return input;
    }

    private static List<Map<String, Object>> lines(Map<String, Integer> units) {
        return units.entrySet().stream()
                .map(line -> Map.<String, Object>of("id", line.getKey(), "quantity", line.getValue()))
                .toList();
    }

    private static Map<String, Object> tracking(Parcel parcel) {
        Map<String, Object> tracking = new LinkedHashMap<>();
        tracking.put("company", parcel.carrier());
        tracking.put("number", parcel.trackingNumber());
        parcel.trackingUrl().ifPresent(url -> tracking.put("url", url));
        return tracking;
    }
}
