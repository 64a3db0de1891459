package io.esimhub.channels.amazon;

import java.time.Duration;

/** Operations that we call, with the usage plan that Amazon publishes in their models: calls a second, and at once. */
enum AmazonOperation {
    GET_ORDER(0.5, 30),
    SEARCH_ORDERS(0.0056, 20),
    V0_GET_ORDER(0.5, 30),
    V0_GET_ORDER_ITEMS(0.5, 30),
    V0_GET_ORDERS(0.0167, 20),
    CREATE_RESTRICTED_DATA_TOKEN(1, 10),
    CONFIRM_SHIPMENT(2, 10);

    private final double perSecond;
    private final int burst;

    AmazonOperation(double perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Calls that may come at once, and then again after {@link #refilled}. */
    int burst() {
        return burst;
    }

    Duration refilled() {
        return Duration.ofMillis(Math.round(burst * 1000 / perSecond));
    }
}
