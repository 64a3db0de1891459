package io.esimhub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MarginTest {

    private static final ExchangeRates RATES = new ExchangeRates(Map.of("EUR/USD", new BigDecimal("1.25")));

    @Example
    void aQuarterOfTheListPriceRemains() {
        assertThat(margin("4.00 USD", "3.00 USD", "25")).isEqualTo(new Margin.Fine(new BigDecimal("25.00")));
        assertThat(margin("4.00 USD", "3.0001 USD", "25"))
                .isEqualTo(new Margin.BelowFloor(new BigDecimal("24.99"), new BigDecimal("25")));
    }

    @Example
    void whatCostsMoreThanItSellsForHasALossForAMargin() {
        assertThat(margin("2.00 USD", "3.00 USD", "0"))
                .isEqualTo(new Margin.BelowFloor(new BigDecimal("-50.00"), BigDecimal.ZERO));
        assertThat(margin("2.00 USD", "3.00 USD", "-50")).isInstanceOf(Margin.Fine.class);
    }

    @Example
    void oneRateServesBothWays() {
        assertThat(margin("5.00 USD", "3.00 EUR", "25")).isEqualTo(new Margin.Fine(new BigDecimal("25.00")));
        assertThat(margin("4.00 EUR", "3.75 USD", "25")).isEqualTo(new Margin.Fine(new BigDecimal("25.00")));
    }

    @Example
    void withoutAListPriceOrARateNobodyJudges() {
        assertThat(Margin.of(Optional.empty(), money("3.00 USD"), BigDecimal.ZERO, RATES))
                .isEqualTo(new Margin.NotJudged(Margin.Reason.NO_LIST_PRICE));
        assertThat(margin("0.00 USD", "3.00 USD", "0")).isEqualTo(new Margin.NotJudged(Margin.Reason.NO_LIST_PRICE));
        assertThat(margin("5.00 GBP", "3.00 USD", "0")).isEqualTo(new Margin.NotJudged(Margin.Reason.NO_RATE));
    }

    @Example
    void ratesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExchangeRates(Map.of("EUR", BigDecimal.ONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExchangeRates(Map.of("EUR/QQQ", BigDecimal.ONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExchangeRates(Map.of("EUR/USD", BigDecimal.ZERO)));
        assertThat(new ExchangeRates(Map.of("EURUSD", BigDecimal.ONE)))
                .isEqualTo(new ExchangeRates(Map.of("eur/usd", BigDecimal.ONE)));
    }

    @Property
    void aDearerBundleIsNeverFinerThanACheaperOne(
            @ForAll("amounts") BigDecimal price,
            @ForAll("amounts") BigDecimal cheap,
            @ForAll("amounts") BigDecimal more,
            @ForAll("floors") BigDecimal floor) {
        Margin dear = of(price, cheap.add(more), floor);
        if (dear instanceof Margin.Fine) {
            assertThat(of(price, cheap, floor)).isInstanceOf(Margin.Fine.class);
        }
    }

    @Property
    void aLowerFloorNeverExcludesWhatAHigherOneLetsPass(
            @ForAll("amounts") BigDecimal price,
            @ForAll("amounts") BigDecimal cost,
            @ForAll("floors") BigDecimal floor,
            @ForAll("amounts") BigDecimal lower) {
        if (of(price, cost, floor) instanceof Margin.Fine) {
            assertThat(of(price, cost, floor.subtract(lower))).isInstanceOf(Margin.Fine.class);
        }
    }

    @Property
    void theVerdictIsTheSameForAnyScaleOfMoney(
            @ForAll("amounts") BigDecimal price,
            @ForAll("amounts") BigDecimal cost,
            @ForAll("floors") BigDecimal floor) {
        BigDecimal thousand = BigDecimal.valueOf(1000);
        assertThat(of(price.multiply(thousand), cost.multiply(thousand), floor)).isEqualTo(of(price, cost, floor));
    }

    @Property
    void fineMeansTheFloorIsLeftExactly(
            @ForAll("amounts") BigDecimal price,
            @ForAll("amounts") BigDecimal cost,
            @ForAll("floors") BigDecimal floor) {
        boolean enough = cost.compareTo(price.subtract(price.multiply(floor).movePointLeft(2))) <= 0;
        assertThat(of(price, cost, floor) instanceof Margin.Fine).isEqualTo(enough);
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), new BigDecimal("100000"))
                .ofScale(4);
    }

    @Provide
    Arbitrary<BigDecimal> floors() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("100"))
                .ofScale(4);
    }

    private static Margin of(BigDecimal price, BigDecimal cost, BigDecimal floor) {
        return Margin.of(Optional.of(new Money(price, "USD")), new Money(cost, "USD"), floor, ExchangeRates.none());
    }

    private static Margin margin(String price, String cost, String floor) {
        return Margin.of(Optional.of(money(price)), money(cost), new BigDecimal(floor), RATES);
    }

    private static Money money(String text) {
        String[] parts = text.split(" ");
        return Money.of(parts[0], parts[1]);
    }
}
