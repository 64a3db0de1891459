package io.esimhub.channels.shopify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The order of the topics {@code orders/*}, as far as it concerns us (REST shape, API 2026-07). Ids are text: they pass 2^53.
 *
 * @param name e.g. {@code #1001}; the prefix is the shop's
 * @param updatedAt ISO 8601 with the shop's offset
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ShopifyOrder(
        String id,
        String name,
        String email,
        @JsonProperty("contact_email") String contactEmail,
        @JsonProperty("customer_locale") String customerLocale,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        @JsonProperty("processed_at") String processedAt,
        @JsonProperty("cancelled_at") String cancelledAt,
        @JsonProperty("financial_status") String financialStatus,
        Boolean test,
        @JsonProperty("current_total_price_set") MoneySet currentTotal,
        @JsonProperty("total_price_set") MoneySet total,
        Customer customer,
        @JsonProperty("shipping_address") Address shippingAddress,
        List<Refund> refunds,
        @JsonProperty("line_items") List<Line> lines) {

    /** {@code null} where the shop hides its customers. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Customer(
            String id,
            String email,
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName) {}

    /** @param countryCode ISO 3166 two-letter code */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Address(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            String name,
            String company,
            String address1,
            String address2,
            String city,
            String zip,
            String province,
            @JsonProperty("country_code") String countryCode,
            String phone) {}

    /**
     * @param quantity as ordered, with what was refunded or removed since
     * @param currentQuantity what is owed now
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            String id,
            String sku,
            String title,
            Integer quantity,
            @JsonProperty("current_quantity") Integer currentQuantity,
            @JsonProperty("price_set") MoneySet price) {}

    /** What the order's quantities count already. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refund(String id) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MoneySet(@JsonProperty("shop_money") Amount shop, @JsonProperty("presentment_money") Amount presentment) {}

    /** Decimal text. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Amount(String amount, @JsonProperty("currency_code") String currency) {}
}
