package io.esimhub.fulfillment;

import java.time.Instant;
import java.util.Optional;

/**
 * One eSIM that is, or was, owed.
 *
 * @param ordinal counts within the line, never used again
 * @param esimId set once it is bought; a dropped unit may have one
 * @param delivery the newest delivery that holds its eSIM and was not withdrawn
 * @param consideredFrom refusals before this moment do not count any more
 * @param deliverable the customer may be told of what was bought; of a card only once it is posted
 */
public record Unit(
        long id,
        long requestId,
        String sku,
        int ordinal,
        UnitState state,
        Optional<String> reason,
        Optional<Long> esimId,
        Optional<UnitDelivery> delivery,
        Instant consideredFrom,
        boolean deliverable) {

    Unit(
            long id,
            long requestId,
            String sku,
            int ordinal,
            UnitState state,
            Optional<String> reason,
            Optional<Long> esimId,
            Optional<UnitDelivery> delivery,
            Instant consideredFrom) {
        this(id, requestId, sku, ordinal, state, reason, esimId, delivery, consideredFrom, true);
    }

    Unit with(UnitState next, Optional<String> why) {
        return new Unit(id, requestId, sku, ordinal, next, why, esimId, delivery, consideredFrom, deliverable);
    }

    Unit with(long esim) {
        return new Unit(
                id,
                requestId,
                sku,
                ordinal,
                UnitState.BOUGHT,
                Optional.empty(),
                Optional.of(esim),
                delivery,
                consideredFrom);
    }

    /** @param mailed whether this one's eSIM was in the mail */
    Unit sentWith(long mail, boolean mailed) {
        UnitState now = mailed && state == UnitState.BOUGHT ? UnitState.SENT : state;
        return new Unit(
                id,
                requestId,
                sku,
                ordinal,
                now,
                now == state ? reason : Optional.empty(),
                esimId,
                Optional.of(new UnitDelivery(mail, false)),
                consideredFrom,
                deliverable);
    }

    Unit reopened(Instant now) {
        return new Unit(id, requestId, sku, ordinal, UnitState.OWED, Optional.empty(), esimId, delivery, now);
    }

    /** Never to be bought by this hub; nobody has to look. */
    public boolean heldBack() {
        return state == UnitState.PARKED
                && reason.map(ParkingReason::valueOf)
                        .filter(ParkingReason::heldBack)
                        .isPresent();
    }

    boolean parkedFor(ParkingReason why) {
        return state == UnitState.PARKED && reason.filter(why.name()::equals).isPresent();
    }
}
