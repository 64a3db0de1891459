package io.esimhub.orders;

import java.util.List;
import java.util.Optional;

/**
 * What of a line was sent and is still owed, since the beginning.
 *
 * @param externalId the channel's id of the line
 * @param units one entry a unit, in the order of their sending: how it travels by post, or empty for what came by mail alone. So the
 *     first ones are those that the channel was told of before
 */
public record SentLine(String externalId, String sku, List<Optional<Parcel>> units) {

    public int quantity() {
        return units.size();
    }
}
