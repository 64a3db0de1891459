package io.esimhub.catalog.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds an offer by whatever an order may call it: its own name first, then another that belongs to no second offer. */
class Names<T> {

    private final Map<String, T> own = new HashMap<>();
    private final Map<String, T> other = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    Names(List<T> offers, Function<T, String> ownName, Function<T, List<String>> otherNames) {
        offers.forEach(offer -> own.put(ownName.apply(offer), offer));
        offers.forEach(offer -> Set.copyOf(otherNames.apply(offer)).forEach(name -> {
            if (other.putIfAbsent(name, offer) != null) {
                shared.add(name);
            }
        }));
    }

    Optional<T> find(String name) {
        return Optional.ofNullable(own.containsKey(name) || ambiguous(name) ? own.get(name) : other.get(name));
    }

    /** Two offers go by it, and none has it for its own. */
    boolean ambiguous(String name) {
        return !own.containsKey(name) && shared.contains(name);
    }
}
