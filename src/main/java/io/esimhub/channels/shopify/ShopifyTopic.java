package io.esimhub.channels.shopify;

import java.util.Arrays;
import java.util.Optional;

/** The topics that we take, each at its own address, and the shape of its body. */
enum ShopifyTopic {
    ORDERS_CREATE("orders/create", ShopifyOrder.class),
    ORDERS_PAID("orders/paid", ShopifyOrder.class),
    ORDERS_UPDATED("orders/updated", ShopifyOrder.class),
    ORDERS_CANCELLED("orders/cancelled", ShopifyOrder.class),
    ORDERS_EDITED("orders/edited", ShopifyEdit.class),
    ORDERS_RISK_ASSESSMENT_CHANGED("orders/risk_assessment_changed", ShopifyRisk.class),
    REFUNDS_CREATE("refunds/create", ShopifyRefund.class),
    CUSTOMERS_DATA_REQUEST("customers/data_request", ShopifyPersonRequest.class),
    CUSTOMERS_REDACT("customers/redact", ShopifyPersonRequest.class),
    SHOP_REDACT("shop/redact", ShopifyPersonRequest.class);

    private final String topic;
    private final Class<?> body;

    ShopifyTopic(String topic, Class<?> body) {
        this.topic = topic;
        this.body = body;
    }

    /** As {@code X-Shopify-Topic} and the end of the address have it. */
    String topic() {
        return topic;
    }

    Class<?> body() {
        return body;
    }

    static Optional<ShopifyTopic> of(String topic) {
        return Arrays.stream(values()).filter(each -> each.topic.equals(topic)).findFirst();
    }
}
