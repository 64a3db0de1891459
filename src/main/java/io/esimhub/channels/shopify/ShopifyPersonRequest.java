package io.esimhub.channels.shopify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The body of the topics that privacy law demands; which fields are there depends on the topic. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ShopifyPersonRequest(
        @JsonProperty("shop_domain") String shopDomain,
        Customer customer,
        @JsonProperty("orders_requested") List<String> ordersRequested,
        @JsonProperty("orders_to_redact") List<String> ordersToRedact,
        @JsonProperty("data_request") Request request) {

    boolean namesOrders() {
        return ordersRequested != null || ordersToRedact != null;
    }

    /** Only the id is read: who it is stands in our books, or we have nothing of that person. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Customer(String id) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Request(String id) {}
}
