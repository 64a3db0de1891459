package io.esimhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of every choice and every split, whatever the numbers. */
class ChoosingAndSplittingTest {

    @Property
    void theChosenVariantFitsAndNoOtherThatFitsIsBetter(@ForAll("considered") List<Considered> variants) {
        VariantChoice choice = VariantChoice.among(variants);

        List<Variant> fit = variants.stream()
                .filter(each -> each.excluded().isEmpty())
                .map(Considered::variant)
                .toList();
        assertThat(choice.chosen().isPresent()).isEqualTo(!fit.isEmpty());
        choice.chosen().ifPresent(best -> assertThat(fit).contains(best).allSatisfy(other -> {
            assertThat(other.priority()).isGreaterThanOrEqualTo(best.priority());
            if (other.priority() == best.priority()) {
                assertThat(other.cost().amount())
                        .isGreaterThanOrEqualTo(best.cost().amount());
            }
        }));
    }

    @Property
    void theOrderInWhichVariantsAreReadDoesNotMatter(@ForAll("considered") List<Considered> variants) {
        List<Considered> backwards = new ArrayList<>(variants);
        java.util.Collections.reverse(backwards);

        assertThat(VariantChoice.among(backwards).chosen())
                .isEqualTo(VariantChoice.among(variants).chosen());
    }

    @Property
    void everyVariantIsEitherChosenOrHasItsReason(@ForAll("considered") List<Considered> variants) {
        VariantChoice choice = VariantChoice.among(variants);

        assertThat(choice.notChosen())
                .hasSize(variants.size() - (choice.chosen().isPresent() ? 1 : 0))
                .allSatisfy(each -> assertThat(each.why()).isNotBlank());
    }

    @Property
    void anUnconvertibleCostNeverBeatsAKnownOneOfTheSamePriority(
            @ForAll @IntRange(min = 1, max = 100_000) int dollars, @ForAll @IntRange(min = 1, max = 100_000) int yen) {
        Considered known = Considered.fit(variant(1, 10, Money.of("" + dollars, "USD")));
        Considered foreign = Considered.fit(variant(2, 10, Money.of("" + yen, "JPY")));

        assertThat(VariantChoice.among(List.of(known, foreign), (currency, cost) -> Optional.of(cost)
                                .filter(money -> money.currency().equals(currency))
                                .map(Money::amount))
                        .chosen())
                .contains(known.variant());
    }

    @Property
    void ordersOfASplitAreNeverTooLargeAndTogetherExactlyWhatIsOwed(
            @ForAll @IntRange(min = 1, max = 2000) int owed, @ForAll @IntRange(min = 1, max = 120) int most) {
        List<Integer> left = IntStream.rangeClosed(1, owed).boxed().toList();
        List<List<Integer>> orders = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Integer> order = UnitBatch.first(left, most);
            orders.add(order);
            left = left.subList(order.size(), left.size());
        }

        assertThat(orders).allSatisfy(order -> assertThat(order).hasSizeBetween(1, most));
        assertThat(orders.stream().flatMap(List::stream).toList())
                .isEqualTo(IntStream.rangeClosed(1, owed).boxed().toList());
        assertThat(UnitBatch.sizes(owed, most))
                .isEqualTo(orders.stream().map(List::size).toList())
                .hasSize((owed + most - 1) / most);
    }

    @Provide
    Arbitrary<List<Considered>> considered() {
        Arbitrary<Integer> priority = Arbitraries.integers().between(1, 4);
        Arbitrary<BigDecimal> cost = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("9.9999"))
                .ofScale(4);
        Arbitrary<Boolean> excluded = Arbitraries.of(true, false);
        return Combinators.combine(priority, cost, excluded)
                .as((rank, amount, out) -> new Object[] {rank, amount, out})
                .list()
                .ofMaxSize(8)
                .map(rows -> IntStream.range(0, rows.size())
                        .mapToObj(n -> considered(n, rows.get(n)))
                        .toList());
    }

    private static Considered considered(int id, Object[] row) {
        Variant variant = variant(id, (Integer) row[0], new Money((BigDecimal) row[1], "USD"));
        return (Boolean) row[2] ? Considered.out(variant, "for a reason") : Considered.fit(variant);
    }

    private static Variant variant(long id, int priority, Money cost) {
        return new Variant(id, "supplier-" + id, "bundle", cost, priority, true, true, VariantLimits.none());
    }
}
