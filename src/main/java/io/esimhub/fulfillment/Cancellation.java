package io.esimhub.fulfillment;

import java.time.Instant;
import java.util.Optional;

/**
 * The giving back of one eSIM, as our books have it.
 *
 * @param outcome why it stands there, in one word
 * @param answer the supplier's words
 * @param sendings how often the supplier was sent it; only the last one's answer counts
 * @param inDoubt the answer to a sending was lost, so it may have been taken back already
 * @param answerBy when the answer to the last sending is no longer waited for
 */
record Cancellation(
        long id,
        BoughtEsim esim,
        CancellationState state,
        Optional<String> outcome,
        Optional<String> answer,
        int sendings,
        boolean inDoubt,
        Optional<Instant> answerBy) {

    /** What names it in the old-work alarm. */
    String subject() {
        return "cancellation:" + id;
    }

    boolean waitsForAnswer(Instant now) {
        return state == CancellationState.DISPATCHED
                && answerBy.filter(now::isBefore).isPresent();
    }
}
