package io.esimhub.competitors.position;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of alerts: one is open for each product and competitor as long as it asks less than ours by more than the threshold.
 *
 * @param opened new ones
 * @param still open ones, with what is asked now
 * @param closed ids of those whose reason is gone
 */
public record AlertPlan(List<Undercut> opened, List<Undercut> still, List<Long> closed) {

    /** Product and competitor of an alert that is open. */
    public record Key(String sku, String competitor) {}

    public record Undercut(Key key, String externalId, Price ours, Price theirs, BigDecimal percent) {}

    /** @param threshold in per cent of our price */
    public static AlertPlan of(Map<Key, Long> open, List<Position> positions, BigDecimal threshold) {
        Map<Key, Long> left = new LinkedHashMap<>(open);
        List<Undercut> opened = new ArrayList<>();
        List<Undercut> still = new ArrayList<>();
        for (Position position : positions) {
            for (Rival rival : position.competitors()) {
                if (rival.below() != null && rival.below().compareTo(threshold) > 0) {
                    Key key = new Key(position.sku(), rival.competitor());
                    (left.remove(key) == null ? opened : still)
                            .add(new Undercut(key, rival.externalId(), position.ours(), rival.price(), rival.below()));
                }
            }
        }
        return new AlertPlan(opened, still, List.copyOf(left.values()));
    }
}
