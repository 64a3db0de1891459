package io.esimhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.catalog.Margin;
import io.esimhub.model.Money;
import io.esimhub.suppliers.Obstacle;
import io.esimhub.suppliers.SupplierAccount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariantRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Margin FINE = new Margin.Fine(new BigDecimal("60"));

    @Test
    void nothingSpeaksAgainstAVariantThatIsActiveAndPaidFor() {
        assertThat(consider(VariantLimits.none(), SupplierAccount.untold(), FINE))
                .isEqualTo(Considered.fit(variant(VariantLimits.none())));
    }

    @Test
    void aLineThatOwesMoreThanTheVariantAllowsIsNotBoughtThere() {
        VariantLimits limits = new VariantLimits(Optional.of(2), Optional.empty(), Optional.empty(), List.of());

        assertThat(consider(limits, SupplierAccount.untold(), FINE).excluded())
                .contains("at most 2 a line, 3 are owed");
    }

    @Test
    void aVariantHoldsFromItsFirstMomentToTheOneBeforeItsLast() {
        assertThat(valid(NOW, NOW.plusSeconds(1))).isEmpty();
        assertThat(valid(NOW.plusSeconds(1), null)).contains("not valid before 2026-11-25T10:00:01Z");
        assertThat(valid(null, NOW)).contains("not valid since 2026-11-25T10:00:00Z");
    }

    @Test
    void aBundleThatCoversLessThanTheProductPromisesIsNoSubstitute() {
        VariantLimits limits =
                new VariantLimits(Optional.empty(), Optional.empty(), Optional.empty(), List.of("GB", "IE"));

        assertThat(consider(limits, SupplierAccount.untold(), FINE).excluded()).contains("does not cover FR");
    }

    @Test
    void anAccountThatCannotPayForAllUnitsIsNotAsked() {
        assertThat(consider(VariantLimits.none(), balance("5.39", NOW), FINE).excluded())
                .contains("FUNDS");
        assertThat(consider(VariantLimits.none(), balance("5.40", NOW), FINE).excluded())
                .isEmpty();
        assertThat(consider(VariantLimits.none(), balance("0.00", NOW.minus(Duration.ofHours(1))), FINE)
                        .excluded())
                .as("a balance of an hour ago says nothing")
                .isEmpty();
    }

    @Test
    void anEmptyShelfIsNotAskedAndOneThatHasSomeIs() {
        Offered offered = offered(VariantLimits.none(), SupplierAccount.untold());

        assertThat(VariantRules.consider(offered, Wish.of("SKU", 3), Optional.empty(), Optional.of(0), FINE, NOW)
                        .excluded())
                .contains("out of stock");
        assertThat(VariantRules.consider(offered, Wish.of("SKU", 3), Optional.empty(), Optional.of(2), FINE, NOW)
                        .excluded())
                .as("what there is can be delivered, and the rest goes on")
                .isEmpty();
    }

    @Test
    void aRefusalForWantOfMoneyIsBelievedForAWhile() {
        SupplierAccount refused = new SupplierAccount(
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.minusSeconds(599)),
                Optional.empty(),
                Optional.empty());

        assertThat(consider(VariantLimits.none(), refused, FINE).excluded()).contains("FUNDS");
    }

    @Test
    void aPausedSupplierIsWorthWaitingForAndEndsByItself() {
        SupplierAccount paused = new SupplierAccount(
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(30)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        Considered considered = consider(VariantLimits.none(), paused, FINE);

        assertThat(considered.excluded()).contains("paused until 2026-11-25T10:00:30Z");
        assertThat(considered.again()).contains(Duration.ofSeconds(30));
        assertThat(paused.pause(NOW.plusSeconds(30))).isEmpty();
    }

    @Test
    void aMarginBelowTheFloorExcludesAndOneThatCannotBeJudgedIsSaid() {
        Margin below = new Margin.BelowFloor(new BigDecimal("4.99"), new BigDecimal("5.0000"));
        Margin unknown = new Margin.NotJudged(Margin.Reason.NO_RATE);

        assertThat(consider(VariantLimits.none(), SupplierAccount.untold(), below)
                        .excluded())
                .contains("margin 4.99 % is below the floor of 5 %");
        Considered notJudged = consider(VariantLimits.none(), SupplierAccount.untold(), unknown);
        assertThat(notJudged.excluded()).isEmpty();
        assertThat(notJudged.note()).contains("margin not judged: no exchange rate between price and cost");
    }

    @Test
    void theFirstReasonThatDoesNotPassIsTheOneThatIsTold() {
        Offered offered = offered(VariantLimits.none(), SupplierAccount.untold());
        Wish refused = new Wish("SKU", 1, 1, Map.of("esim-go bundle", "OUT_OF_STOCK"), Optional.empty(), Map.of());
        Optional<Obstacle> breaker = Optional.of(new Obstacle("breaker open", Optional.of(Duration.ofSeconds(20))));

        Considered considered = VariantRules.consider(offered, refused, breaker, Optional.empty(), FINE, NOW);

        assertThat(considered.excluded()).contains("OUT_OF_STOCK");
        assertThat(considered.again()).isEmpty();
    }

    @Test
    void afterARestoreNothingIsChosenBeforeTheOrdersAreBackAndNothingTwice() {
        Recovery early = new Recovery(1, NOW.minusSeconds(900), NOW.minusSeconds(60), Optional.empty());
        Recovery matching = new Recovery(1, early.backupAt(), early.startedAt(), Optional.of(NOW.minusSeconds(30)));

        assertThat(during(early, Optional.empty()).excluded()).isPresent();
        assertThat(during(early, Optional.empty()).again())
                .as("until it is released")
                .isPresent();
        assertThat(during(matching, Optional.empty()).excluded()).isEmpty();
        assertThat(during(matching, Optional.of(NOW.minusSeconds(5))).excluded())
                .as("it was looked for, and is not there")
                .isPresent();
        assertThat(during(matching, Optional.of(NOW.minusSeconds(3600))).excluded())
                .as("what was not bought before the backup may have been bought after it")
                .isEmpty();
    }

    private static Considered during(Recovery recovery, Optional<Instant> notBoughtAt) {
        return VariantRules.consider(
                offered(VariantLimits.none(), SupplierAccount.untold(), Optional.of(recovery)),
                new Wish(
                        "SKU",
                        1,
                        1,
                        Map.of(),
                        Optional.empty(),
                        notBoughtAt.map(at -> Map.of("esim-go", at)).orElse(Map.of("airalo", NOW))),
                Optional.empty(),
                Optional.empty(),
                FINE,
                NOW);
    }

    private static Optional<String> valid(Instant from, Instant to) {
        VariantLimits limits =
                new VariantLimits(Optional.empty(), Optional.ofNullable(from), Optional.ofNullable(to), List.of());
        return consider(limits, SupplierAccount.untold(), FINE).excluded();
    }

    private static SupplierAccount balance(String amount, Instant at) {
        return new SupplierAccount(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Money.of(amount, "USD")),
                Optional.of(at));
    }

    private static Considered consider(VariantLimits limits, SupplierAccount account, Margin margin) {
        return VariantRules.consider(
                offered(limits, account), Wish.of("SKU", 3), Optional.empty(), Optional.empty(), margin, NOW);
    }

    private static Offered offered(VariantLimits limits, SupplierAccount account) {
        return offered(limits, account, Optional.empty());
    }

    private static Offered offered(VariantLimits limits, SupplierAccount account, Optional<Recovery> recovery) {
        return new Offered(variant(limits), List.of("GB", "FR"), Optional.empty(), Optional.empty(), account, recovery);
    }

    private static Variant variant(VariantLimits limits) {
        return new Variant(1, "esim-go", "bundle", Money.of("1.80", "USD"), 10, true, true, limits);
    }
}
