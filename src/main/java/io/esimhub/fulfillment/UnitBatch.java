package io.esimhub.fulfillment;

import java.util.List;

/** What one order at a supplier is for: as many units as it takes at once, the lowest ordinals first. */
final class UnitBatch {

    private UnitBatch() {}

    /**
     * @param owed in the order of their ordinals, not empty
     * @param most one or more
     */
    static <T> List<T> first(List<T> owed, int most) {
        return owed.subList(0, Math.min(owed.size(), most));
    }

    /** How many orders of which size so many units become. */
    static List<Integer> sizes(int quantity, int most) {
        return java.util.stream.IntStream.iterate(quantity, left -> left > 0, left -> left - most)
                .map(left -> Math.min(left, most))
                .boxed()
                .toList();
    }
}
