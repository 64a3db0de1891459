package io.esimhub.orders;

import java.time.Instant;
import java.util.List;

/**
 * What a channel is to know: all that was sent to the customer so far, not only what is new. The difference to what the channel knows
 * already is for the channel's route to find.
 *
 * @param number of this notice in the order, from 1; the same when it is tried again
 * @param sentAt when the newest of it was sent
 */
public record SentNotice(long order, OrderIdentity identity, int number, Instant sentAt, List<SentLine> lines) {

    /** For the route that picks the channel's. */
    public String getChannel() {
        return identity.channel();
    }
}
