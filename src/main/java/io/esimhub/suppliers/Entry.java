package io.esimhub.suppliers;

import java.time.Instant;

/** Whether a supplier may be called now. */
public sealed interface Entry {

    record Admitted(Permit permit) implements Entry {}

    /** The supplier failed too often lately. */
    record BreakerOpen(Instant until) implements Entry {}

    /** As many calls as this process may make at a time are under way. */
    record BulkheadFull() implements Entry {}

    /** All processes together have used up what the account allows for the moment. */
    record RateLimited(Instant until) implements Entry {}

    /** The supplier asked us to wait. */
    record Paused(Instant until) implements Entry {}
}
