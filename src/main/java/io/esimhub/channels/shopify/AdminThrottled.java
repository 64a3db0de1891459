package io.esimhub.channels.shopify;

import java.time.Instant;

/** The shop's bucket of query costs is empty, or Shopify asks to wait: nothing was done, and another try is welcome later. */
final class AdminThrottled extends RuntimeException {

    private final transient Instant again;

    AdminThrottled(Instant again) {
        super("the shop's Admin API asks to wait", null, false, false);
        this.again = again;
    }

    Instant again() {
        return again;
    }
}
