package io.esimhub.fulfillment;

import io.esimhub.suppliers.StockOnHand;
import java.util.Collection;
import java.util.HashMap;
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

    /** By the variant's id; those that only their supplier knows of are missing. Each shelf is asked once. */
    Map<Long, Integer> of(Collection<Variant> variants) {
        Map<Long, Integer> free = new HashMap<>();
        variants.stream()
                .filter(variant -> shelves.containsKey(variant.supplier()))
                .collect(Collectors.groupingBy(Variant::supplier))
                .forEach((supplier, its) -> {
                    Map<String, Integer> there = shelves.get(supplier)
                            .free(its.stream()
                                    .map(Variant::supplierSku)
                                    .distinct()
                                    .toList());
                    its.forEach(variant -> free.put(variant.id(), there.get(variant.supplierSku())));
                });
        return free;
    }

    /** How many units one order is for, of so many that are owed: never more than there are. */
    int most(Variant variant, int maxQuantity) {
        return Optional.ofNullable(of(List.of(variant)).get(variant.id()))
                .map(free -> Math.min(Math.max(1, free), maxQuantity))
                .orElse(maxQuantity);
    }
}
