package io.esimhub.channels.shopify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of {@code orders/risk_assessment_changed}. It lacks the recommendation, so the order is read again. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ShopifyRisk(
        @JsonProperty("order_id") String orderId, @JsonProperty("admin_graphql_api_order_id") String orderGid) {}
