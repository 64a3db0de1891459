package io.esimhub.fulfillment;

import io.esimhub.catalog.Margin;
import io.esimhub.suppliers.Obstacle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether one variant can be taken, and if not, the first reason against it. From values to a verdict: nothing is looked up. */
final class VariantRules {

    private static final Duration WITH_ITS_SUPPLIER = Duration.ofSeconds(20);

    private static final Duration UNTIL_RELEASED = Duration.ofSeconds(20);

    private VariantRules() {}

    /**
     * @param supplier what speaks against its supplier in this process
     * @param onHand how many there are, where we know
     */
    static Considered consider(
            Offered offered,
            Wish wish,
            Optional<Obstacle> supplier,
            Optional<Integer> onHand,
            Margin margin,
            Instant now) {
        Variant variant = offered.variant();
        Optional<String> forGood = inactive(variant)
                .or(() -> wish.refusal(variant))
                .or(() -> variant.limits().forbid(wish.quantity(), offered.promised(), now));
        if (forGood.isPresent()) {
            return Considered.out(variant, forGood.get());
        }
        if (wish.onlySupplier().filter(only -> !only.equals(variant.supplier())).isPresent()) {
            return Considered.notNow(
                    variant, "the order waits for " + wish.onlySupplier().get(), WITH_ITS_SUPPLIER);
        }
        if (offered.recovery()
                .filter(recovery -> !recovery.mayClaim(
                        Optional.ofNullable(wish.notBoughtAt().get(variant.supplier()))))
                .isPresent()) {
            return Considered.notNow(
                    variant, "the database was restored, and nobody has released purchasing yet", UNTIL_RELEASED);
        }
        Optional<Obstacle> obstacle = supplier.or(() -> offered.account().pause(now));
        if (obstacle.isPresent()) {
            return obstacle.get()
                    .again()
                    .map(again -> Considered.notNow(variant, obstacle.get().text(), again))
                    .orElseGet(() -> Considered.out(variant, obstacle.get().text()));
        }
        if (onHand.filter(free -> free == 0).isPresent()) {
            return Considered.out(variant, "out of stock");
        }
        if (offered.account().lacks(variant.cost().times(wish.units()), now)) {
            return Considered.out(variant, Considered.FUNDS);
        }
        if (margin instanceof Margin.BelowFloor below) {
            return Considered.out(
                    variant,
                    "margin " + below.percent().toPlainString() + " % is below the floor of "
                            + below.floor().stripTrailingZeros().toPlainString() + " %");
        }
        return Considered.fit(variant, notJudged(margin));
    }

    private static Optional<String> notJudged(Margin margin) {
        return margin instanceof Margin.NotJudged not && not.reason() == Margin.Reason.NO_RATE
                ? Optional.of("margin not judged: no exchange rate between price and cost")
                : Optional.empty();
    }

    private static Optional<String> inactive(Variant variant) {
        if (!variant.active()) {
            return Optional.of("variant inactive");
        }
        return variant.supplierActive() ? Optional.empty() : Optional.of("supplier inactive");
    }
}
