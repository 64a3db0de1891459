package io.esimhub.competitors.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPricesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$4.50            | USD | 4.50    | USD",
                "$4.50            | AUD | 4.50    | AUD",
                "4,50 €           |     | 4.50    | EUR",
                "US$ 1,234.00     | EUR | 1234.00 | USD",
                "JPY 1500         |     | 1500    | JPY",
                "¥1,500           | JPY | 1500    | JPY",
                "1.234,56 €       |     | 1234.56 | EUR",
                "EUR 9            |     | 9       | EUR",
                "9EUR             |     | 9       | EUR",
                "A$12             |     | 12      | AUD",
                "R$ 25,90         |     | 25.90   | BRL",
                "1'234.50 CHF     |     | 1234.50 | CHF",
                "100.000 ₫        |     | 100000  | VND",
                "KWD 1.250        |     | 1.250   | KWD",
                "0.999            | USD | 0.999   | USD",
                "from 4.99 zł     |     | 4.99    | PLN",
                "1 234,50 €       |     | 1234.50 | EUR",
                "4,50,            | USD | 4.50    | USD",
                "4.1250           | USD | 4.1250  | USD"
            })
    void whatShopsPrintIsAnAmountAndACurrency(String text, String declared, BigDecimal amount, String currency) {
        assertThat(MoneyText.read(text, declared)).isEqualTo(Reading.of(new Price(amount, currency)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "free",
                "$",
                "$0.00",
                "-$4.50",
                "$-4.50",
                "$10.00 $4.50",
                "$4.50 / day",
                "4.50 per GB",
                "4.5.0",
                "1,23,4",
                "$1.234",
                "1e9",
                "$ 99999999999999999999",
                "EUR 4 USD 5",
                ".."
            })
    void whatCouldMeanTwoThingsOrNothingIsNoPrice(String text) {
        assertThat(MoneyText.read(text, "USD")).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void aSignThatSeveralCurrenciesShareNeedsTheSettingsWord() {
        assertThat(MoneyText.read("$4.50", null)).isInstanceOf(Reading.Unreadable.class);
        assertThat(MoneyText.read("4.50", "dollars")).isInstanceOf(Reading.Unreadable.class);
    }

    @Property(tries = 300)
    void everyPriceIsReadBackAsAmericansAndGermansPrintIt(
            @ForAll @BigRange(min = "0.01", max = "9999999.99") @Scale(2) BigDecimal amount) {
        for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY}) {
            String printed = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(locale)).format(amount);
            assertThat(MoneyText.read("€ " + printed, null))
                    .isInstanceOfSatisfying(Reading.Value.class, value -> assertThat(((Price) value.value()).amount())
                            .isEqualByComparingTo(amount));
        }
    }

    @Property(tries = 300)
    void noTextBreaksTheReader(@ForAll String text) {
        MoneyText.read(text, "USD");
        DataText.read(text, "GB");
        ValidityText.read(text, "days");
    }
}
