package io.esimhub.sandbox.shopify;

import java.util.Map;

/** What one call costs: the same for all, and something more for every order of a list. */
final class Bill {

    private static final int CALL = 10;
    private static final int ORDER = 2;

    private final QueryCosts costs;
    private int total;
    private boolean refused;

    Bill(QueryCosts costs) {
        this.costs = costs;
    }

    /** @return false: the call is throttled */
    boolean open() {
        return add(CALL);
    }

    /** @return false: the call is throttled after all, and costs nothing */
    boolean orders(int count) {
        return count == 0 || add(ORDER * count);
    }

    boolean refused() {
        return refused;
    }

    Map<String, Object> shown() {
        return costs.shown(total, refused ? null : total);
    }

    private boolean add(int cost) {
        if (!refused && costs.take(cost)) {
            total += cost;
            return true;
        }
        if (!refused) {
            costs.giveBack(total);
        }
        refused = true;
        total += cost;
        return false;
    }
}
