package io.esimhub.operations.work;

import java.time.Instant;

/** How a run of an item ended. */
sealed interface WorkResult {

    record Done() implements WorkResult {}

    /** Nothing failed: a permit, funds or an answer is awaited. Not an attempt. */
    record Later(Instant until) implements WorkResult {}

    /** @param oneMoreTry it deserves one more than others */
    record Failed(Throwable cause, boolean oneMoreTry) implements WorkResult {}
}
