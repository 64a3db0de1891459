package io.esimhub.catalog;

import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What remains of a product's list price after its cost, in per cent of the list price, and whether that is enough. What a customer
 * really paid plays no part: a full discount is delivered too.
 */
public sealed interface Margin {

    /** @param percent rounded down to two decimals, for people to read */
    record Fine(BigDecimal percent) implements Margin {}

    /**
     * @param percent rounded down to two decimals, for people to read
     * @param floor what it has to be at least
     */
    record BelowFloor(BigDecimal percent, BigDecimal floor) implements Margin {}

    /** Nobody can say, which excludes nothing. */
    record NotJudged(Reason reason) implements Margin {}

    /** Why nobody can say. */
    enum Reason {
        /** The product has none, or it is zero. */
        NO_LIST_PRICE,
        /** Price and cost are in two currencies without a rate between them. */
        NO_RATE
    }

    /**
     * @param listPrice of one piece
     * @param cost of one piece
     * @param floor per cent of the list price that must remain
     */
    static Margin of(Optional<Money> listPrice, Money cost, BigDecimal floor, ExchangeRates rates) {
        if (listPrice.isEmpty() || listPrice.get().amount().signum() <= 0) {
            return new NotJudged(Reason.NO_LIST_PRICE);
        }
        Money price = listPrice.get();
        Optional<Margin> inPriceCurrency =
                rates.in(price.currency(), cost).map(converted -> judge(price.amount(), converted, floor));
        return inPriceCurrency
                .or(() -> rates.in(cost.currency(), price).map(converted -> judge(converted, cost.amount(), floor)))
                .orElseGet(() -> new NotJudged(Reason.NO_RATE));
    }

    /** Compares without dividing, so nothing is rounded before it is compared. */
    private static Margin judge(BigDecimal price, BigDecimal cost, BigDecimal floor) {
        BigDecimal hundredfold = price.subtract(cost).movePointRight(2);
        BigDecimal percent = hundredfold.divide(price, 2, RoundingMode.FLOOR);
        return hundredfold.compareTo(price.multiply(floor)) < 0 ? new BelowFloor(percent, floor) : new Fine(percent);
    }
}
