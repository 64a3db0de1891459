package io.esimhub.fulfillment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A card on its way.
 *
 * @param trackingUrl https, where the carrier has such a page
 */
record Shipment(String iccid, String carrier, String trackingNumber, Optional<String> trackingUrl) {

    /** For the timeline and the answer. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("carrier", carrier);
        details.put("trackingNumber", trackingNumber);
        trackingUrl.ifPresent(url -> details.put("trackingUrl", url));
        return details;
    }
}
