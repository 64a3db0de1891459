package io.esimhub.chatbot.products;

import io.esimhub.fulfillment.Buyable;
import io.esimhub.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A product's row in the catalog. */
record Row(
        String sku,
        String name,
        String kind,
        List<String> countries,
        Integer dataMb,
        Integer validityDays,
        Optional<Money> price,
        boolean active,
        Instant changedAt) {

    /** What keeps it from being sold, whatever suppliers have. */
    Optional<NotBuyable> obstacle() {
        if (!active) {
            return Optional.of(NotBuyable.NOT_FOR_SALE);
        }
        return price.isEmpty() ? Optional.of(NotBuyable.NO_PRICE) : Optional.empty();
    }

    /** @param buyable what the choice of a variant says; null if nobody asked it */
    Product product(Buyable buyable) {
        NotBuyable why = obstacle().orElseGet(() -> switch (buyable) {
            case NOW -> null;
            case SHORTLY -> NotBuyable.SHORTLY;
            case NO -> NotBuyable.UNAVAILABLE;
        });
        return new Product(
                sku,
                name,
                kind,
                countries,
                dataMb,
                validityDays,
                price.map(Price::of).orElse(null),
                changedAt,
                why == null,
                why);
    }
}
