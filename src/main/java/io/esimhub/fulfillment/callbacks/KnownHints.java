package io.esimhub.fulfillment.callbacks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of our books a believed callback is about. It is kept in place of the body, so that nobody has to believe it a second time: a
 * signature may be bound to its moment.
 *
 * @param purchases ids of those that are open
 * @param esims ids of those that no question waits for
 * @param balance the supplier's account runs out of money
 */
record KnownHints(String supplier, List<Long> purchases, List<Long> esims, boolean balance) {

    boolean isEmpty() {
        return purchases.isEmpty() && esims.isEmpty() && !balance;
    }

    Map<String, String> kept() {
        return Map.of("purchases", text(purchases), "esims", text(esims), "balance", Boolean.toString(balance));
    }

    static KnownHints of(String supplier, Map<String, String> kept) {
        return new KnownHints(
                supplier,
                ids(kept.getOrDefault("purchases", "")),
                ids(kept.getOrDefault("esims", "")),
                Boolean.parseBoolean(kept.get("balance")));
    }

    private static String text(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static List<Long> ids(String text) {
        return Arrays.stream(text.split(" "))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
