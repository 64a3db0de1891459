package io.esimhub.fulfillment;

import io.esimhub.suppliers.StockOnHand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How much of a variant there is, where we know without asking. */
@Component
class OnHand {

    private final Map<String, StockOnHand> shelves;

    OnHand(List<StockOnHand> shelves) {
        this.shelves = shelves.stream().collect(Collectors.toMap(StockOnHand::supplier, Function.identity()));
    }

    /** Empty where only the supplier knows. */
    Optional<Integer> of(Variant variant) {
        return Optional.ofNullable(shelves.get(variant.supplier())).map(shelf -> shelf.free(variant.supplierSku()));
    }

    /** How many units one order is for, of so many that are owed: never more than there are. */
    int most(Variant variant, int maxQuantity) {
        return of(variant).map(free -> Math.min(Math.max(1, free), maxQuantity)).orElse(maxQuantity);
    }
}
