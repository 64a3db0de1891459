package io.esimhub.competitors.watch;

import java.util.Collection;
import java.util.Set;

/** Names are parts of addresses, beside others that are taken. */
final class CompetitorNames {

    private static final Set<String> TAKEN = Set.of("products", "alerts", "prices.csv");

    private CompetitorNames() {}

    static void check(Collection<String> names) {
        for (String name : names) {
            if (TAKEN.contains(name) || !name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
                throw new IllegalStateException("hub.competitors.shops." + name
                        + " cannot be the name of a competitor: take other lower-case letters, digits and dashes, 40 at most, but neither "
                        + String.join(", ", TAKEN.stream().sorted().toList()) + ".");
            }
        }
    }
}
