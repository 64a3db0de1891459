package io.esimhub.channels.shopify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The body of {@code refunds/create}, as far as it concerns us. Units are in {@code refund_line_items}; a refund may have none, and then
 * only money went back.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ShopifyRefund(
        String id,
        @JsonProperty("order_id") String orderId,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("processed_at") String processedAt,
        @JsonProperty("refund_line_items") List<Line> lines,
        List<Transaction> transactions) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(@JsonProperty("line_item_id") String lineItemId, Integer quantity) {}

    /** @param kind {@code refund} for money that goes back */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transaction(String kind, String status, String amount, String currency) {}
}
