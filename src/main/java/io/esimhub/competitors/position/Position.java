package io.esimhub.competitors.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * Where one product of ours stands.
 *
 * @param ours null if nobody can buy it
 * @param asOf when the hub named our price
 * @param base currency of everything that is compared
 * @param cheapest of the competitors', null if none can be compared
 * @param median of the competitors'
 * @param rank 1 is the cheapest; as many as are cheaper than we are stand before us; null if we or all others cannot be compared
 * @param of how many are ranked, we among them
 * @param undercutBy per cent of our price that the cheapest is below it; null or not above zero: nobody is
 */
public record Position(
        String sku,
        String name,
        SortedSet<String> countries,
        Long dataMb,
        Integer validityDays,
        boolean buyable,
        Price ours,
        Instant asOf,
        String base,
        BigDecimal cheapest,
        BigDecimal median,
        Integer rank,
        int of,
        BigDecimal undercutBy,
        List<Rival> competitors) {

    /** Whether somebody asks less than we do. */
    public boolean undercut() {
        return undercutBy != null && undercutBy.signum() > 0;
    }
}
