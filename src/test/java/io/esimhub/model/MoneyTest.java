package io.esimhub.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void amountsAreEqualHoweverManyZerosWereTyped() {
        assertThat(Money.of("1.8", "USD")).isEqualTo(Money.of("1.8000", "USD"));
        assertThat(new Money(new BigDecimal("1E+1"), "USD")).isEqualTo(Money.of("10", "USD"));
    }

    @Test
    void amountsOfTwoCurrenciesAreNeverEqual() {
        assertThat(Money.of("1.80", "USD")).isNotEqualTo(Money.of("1.80", "EUR"));
    }

    @Test
    void severalCostSoManyTimesOne() {
        assertThat(Money.of("0.3333", "USD").times(3)).isEqualTo(Money.of("0.9999", "USD"));
    }

    @Test
    void whatTheBooksCannotHoldIsNotRoundedAway() {
        assertThatThrownBy(() -> Money.of("1.00001", "USD")).isInstanceOf(ArithmeticException.class);
        assertThat(Money.of("1.00010", "USD")).isEqualTo(Money.of("1.0001", "USD"));
    }

    @Test
    void aCurrencyThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> Money.of("1", "EURO")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("1", null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void itIsWrittenInPlainDigits() {
        assertThat(Money.of("1E+3", "USD")).hasToString("1000.0000 USD");
    }
}
