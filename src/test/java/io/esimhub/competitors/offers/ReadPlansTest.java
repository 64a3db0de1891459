package io.esimhub.competitors.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPlansTest {

    private final CountryNames names =
            new CountryNames(Map.of("Europe", List.of("DE", "FR"), "Asia & Pacific", List.of("JP")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 GB                | 1000",
                "500MB               | 500",
                "1.5 GB              | 1500",
                "1,5 Go              | 1500",
                "2TB                 | 2000000",
                "Japan 5 GB 30 Days  | 5000",
                "5GB (5000 MB) of 5G | 5000",
                "3                   | 3000"
            })
    void dataIsMegabytes(String text, long mb) {
        assertThat(DataText.read(text, "GB")).isEqualTo(Reading.of(new DataAmount(mb)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unlimited", "Unlimited data, 7 days", "∞", "Données illimitées"})
    void unlimitedIsNoNumber(String text) {
        assertThat(DataText.read(text, "GB")).isEqualTo(Reading.of(DataAmount.UNLIMITED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0 GB",
                "10GB/day",
                "1 GB daily",
                "unlimited (1GB)",
                "1 GB or 3 GB",
                "1-10 GB",
                "1 GB to 10 GB",
                "1 – 10GB",
                "3~5 GB",
                "lots",
                "999999999 TB",
                "-5"
            })
    void plansByTheDayAndDoubtsAreNoAmount(String text) {
        assertThat(DataText.read(text, "GB")).isInstanceOf(Reading.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 days             | 7",
                "Asia-5 GB - 7 days | 7",
                "Plan 5 - 30 days   | 30",
                "24-7 help, 30 days | 30",
                "1-2 devices, 30 days | 30",
                "1 month            | 30",
                "24 hours           | 1",
                "25h                | 2",
                "2 weeks            | 14",
                "1 year             | 365",
                "30-day             | 30",
                "Japan 5 GB 30 Days | 30",
                "15                 | 15"
            })
    void validityIsDays(String text, int days) {
        assertThat(ValidityText.read(text, "days")).isEqualTo(Reading.of(days));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0 days",
                "7 days or 30 days",
                "7-30 days",
                "1 to 12 months",
                "7 – 30 days",
                "soon",
                "99999 years"
            })
    void noValidityIsMadeUp(String text) {
        assertThat(ValidityText.read(text, "days")).isInstanceOf(Reading.Unreadable.class);
    }

    @Property(tries = 100)
    void hoursAreTheDaysThatTheyBegin(@ForAll @IntRange(min = 1, max = 100) int days) {
        assertThat(ValidityText.read(days * 24 + " hours", "days"))
                .isEqualTo(ValidityText.read(days + " days", "days"));
        assertThat(ValidityText.read(days * 24 + 1 + " hours", "days")).isEqualTo(Reading.of(days + 1));
    }

    @Test
    void everyCountryIsKnownByItsCodesAndItsEnglishName() {
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            for (String name :
                    List.of(code, code.toLowerCase(Locale.ROOT), country.getDisplayCountry(Locale.ENGLISH))) {
                assertThat(read(name)).as(name).containsExactly(code);
            }
        }
    }

    @Test
    void listsAndRegionsAreTheirCountries() {
        assertThat(read("Japan, South Korea and Türkiye")).containsExactly("JP", "KR", "TR");
        assertThat(read("Europe", "us")).containsExactly("DE", "FR", "US");
        assertThat(read("Asia & Pacific")).containsExactly("JP");
        assertThat(read("Japan eSIM")).containsExactly("JP");
        assertThat(read("Trinidad & Tobago")).containsExactly("TT");
        assertThat(read("Bosnia and Herzegovina")).containsExactly("BA");
        assertThat(read("Hong Kong / Macau")).containsExactly("HK", "MO");
    }

    @Test
    void aPlaceThatNobodyKnowsMakesTheWholeListUnreadable() {
        assertThat(names.read(List.of("Japan, Atlantis")))
                .isEqualTo(Reading.unreadable("a place that is no known country or region: Atlantis"));
        assertThat(names.read(List.of())).isInstanceOf(Reading.Unreadable.class);
        assertThatThrownBy(() -> new CountryNames(Map.of("Nowhere", List.of("XX"))))
                .hasMessageContaining("hub.competitors.regions.Nowhere");
    }

    private Set<String> read(String... texts) {
        return ((Reading.Value<SortedSet<String>>) names.read(List.of(texts))).value();
    }
}
