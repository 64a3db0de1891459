package io.esimhub.channels.shopify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of {@code orders/edited}: differences only, so the order is read again. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ShopifyEdit(@JsonProperty("order_edit") Edit edit) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Edit(String id, @JsonProperty("order_id") String orderId) {}
}
