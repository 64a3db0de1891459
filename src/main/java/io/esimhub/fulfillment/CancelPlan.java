package io.esimhub.fulfillment;

import io.esimhub.suppliers.EsimStatus;
import java.time.Duration;
import java.util.List;

/** What follows from an eSIM's state at its supplier for giving it back. */
enum CancelPlan {
    /** It has been taken back already. */
    GIVEN_BACK,
    /**
     * To be sent, also after a sending whose answer was lost: that one may still be under way, but doing it twice does no harm. The money
     * comes back with this one eSIM and its one bundle, and the second request finds nothing left to take back. Nothing is bought anew
     * meanwhile: a dropped unit never comes back, and the hub never tops an eSIM up.
     */
    SEND,
    /** The traveller has begun to use it, or its time is over. */
    TOUCHED,
    /** Not taken back, though nobody uses it, and refused when it was sent again: refused for good. */
    REFUSED,
    /** Sent as often as makes sense. */
    PERSON;

    static final String REFUSED_AGAIN = "REFUSED_AGAIN";

    /** Between a sending whose answer was lost and the question what became of it. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));

    static CancelPlan after(Cancellation cancellation, EsimStatus status) {
        if (status.stage() == EsimStatus.Stage.CANCELLED) {
            // somebody else's doing, or another account's eSIM: nothing says that the money came back
            return cancellation.sendings() > 0 ? GIVEN_BACK : TOUCHED;
        }
        if (!status.untouched()) {
            return TOUCHED;
        }
        if (cancellation.outcome().filter(REFUSED_AGAIN::equals).isPresent()) {
            return REFUSED;
        }
        return cancellation.sendings() < PAUSES.size() ? SEND : PERSON;
    }

    /** @param sendings one or more, the last one's answer lost */
    static Duration pauseAfter(int sendings) {
        return PAUSES.get(Math.min(sendings, PAUSES.size()) - 1);
    }
}
