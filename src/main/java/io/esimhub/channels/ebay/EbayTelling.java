package io.esimhub.channels.ebay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.orders.ConfirmAnswer;
import io.esimhub.orders.SentNotice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One telling of one order: which units eBay knows to be sent is read, then it is told of the others. */
final class EbayTelling {

    private final SentNotice notice;
    private final ObjectMapper json;
    private final Deque<EbayFulfillmentPlan.Fulfillment> untold = new ArrayDeque<>();
    private final List<String> references = new ArrayList<>();
    private boolean reading = true;

    EbayTelling(SentNotice notice, ObjectMapper json) {
        this.notice = notice;
        this.json = json;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return reading || !untold.isEmpty();
    }

    EbayCall next() throws JsonProcessingException {
        String path = EbayCall.order(notice.identity().externalId()) + "/shipping_fulfillment";
        return reading ? EbayCall.get(path) : new EbayCall("POST", path, json.writeValueAsBytes(form(untold.peek())));
    }

    /** @param body the list, or whatever came with the success of a fulfillment */
    void heard(JsonNode body) {
        if (reading) {
            reading = false;
            untold.addAll(EbayFulfillmentPlan.of(known(body), notice.lines()));
        } else {
            untold.remove();
            String id = body.path("fulfillmentId").asText("");
            references.add(id.isEmpty() ? "fulfillment " + (references.size() + 1) : id);
        }
    }

    ConfirmAnswer answer() {
        return new ConfirmAnswer.Told(List.copyOf(references));
    }

    private static Map<String, Integer> known(JsonNode list) {
        Map<String, Integer> units = new HashMap<>();
        list.path("fulfillments").forEach(fulfillment -> fulfillment
                .path("lineItems")
                .forEach(line -> units.merge(
                        line.path("lineItemId").asText(), line.path("quantity").asInt(1), Integer::sum)));
        return units;
    }

    /** Carrier and tracking number belong together and may be left out together: what goes by mail has neither. */
    private Map<String, Object> form(EbayFulfillmentPlan.Fulfillment fulfillment) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put(
                "lineItems",
                fulfillment.lines().entrySet().stream()
                        .map(line -> Map.of("lineItemId", line.getKey(), "quantity", line.getValue()))
                        .toList());
        form.put(
                "shippedDate",
                notice.sentAt()
                        .truncatedTo(java.time.temporal.ChronoUnit.MILLIS)
                        .toString());
        fulfillment.parcel().ifPresent(parcel -> {
            form.put("shippingCarrierCode", parcel.carrier());
            form.put("trackingNumber", parcel.trackingNumber().replaceAll("[^0-9A-Za-z]", ""));
        });
        return form;
    }
}
