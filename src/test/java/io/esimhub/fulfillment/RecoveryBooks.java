package io.esimhub.fulfillment;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The books of recoveries for tests of what stands on them. */
public final class RecoveryBooks {

    private RecoveryBooks() {}

    public static Recoveries of(JdbcTemplate jdbc, Duration claimsWithin) {
        return new Recoveries(jdbc, new FulfillmentProperties(Duration.ZERO, claimsWithin));
    }
}
