package io.esimhub.operations.work;

import java.time.Instant;

/** What becomes of an item after a run. */
sealed interface Verdict {

    /** Done, or handed to a person. */
    record Over() implements Verdict {}

    record Again(Instant due, WorkData data) implements Verdict {}
}
