package io.esimhub.orders;

import io.esimhub.model.Money;
import java.util.Optional;

/**
 * A line as the channel shows it.
 *
 * @param quantity what is owed now, after edits and refunds
 * @param unitPrice list price in the shop's currency
 */
public record SnapshotLine(
        String externalId, Optional<String> sku, String title, int quantity, Optional<Money> unitPrice) {

    SnapshotLine less(int units) {
        return new SnapshotLine(externalId, sku, title, quantity - units, unitPrice);
    }
}
