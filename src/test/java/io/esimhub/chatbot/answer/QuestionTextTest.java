package io.esimhub.chatbot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules can read out of a customer's sentence. */
class QuestionTextTest {

    private static final Places PLACES = new Places(
            Map.of("usa", "US", "u s", "US", "tokyo", "JP", "uk", "GB"),
            Map.of("europe", "europe", "middle east", "middle"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "how much is 5 GB in Japan and how do I install it|JP|5000|-",
                "5gb japan|JP|5000|-",
                "1.5 GB for a week in the UK please|GB|1500|7",
                "I fly to the US for 10 days|US|-|10",
                "can you tell us about your refunds|-|-|-",
                "500MB, two weeks, Côte d'Ivoire|CI|500|14",
                "cote d’ivoire?|CI|-|-",
                "Guinea-Bissau or Guinea, 30 days|GW GN|-|30",
                "South Korea's best plan, a month|KR|-|30",
                "hong kong|HK|-|-",
                "Saint Lucia or St. Lucia|LC|-|-",
                "TELL US MORE|-|-|-",
                "iphone 15 in France|FR|-|-",
                "what is 5G|-|-|-",
                "Bosnia and Herzegovina 3 gigs|BA|3000|-",
                "U.S.|US|-|-",
                "a fortnight in Tokyo|JP|-|14",
                "10,000MB in Japan|JP|10000|-",
                "2,5 GB in Japan|JP|2500|-",
                "0 GB for 0 days|-|-|-"
            })
    void placesAmountsAndTimesAreRead(String question, String countries, Integer megabytes, Integer days) {
        Understood understood = QuestionText.read(question, PLACES);

        assertThat(understood.countries())
                .isEqualTo(countries == null ? List.of() : Arrays.asList(countries.split(" ")));
        assertThat(understood.dataMb()).isEqualTo(megabytes);
        assertThat(understood.days()).isEqualTo(days);
    }

    @Test
    void regionsSkusAndNoLimitAreRead() {
        Understood understood = QuestionText.read(
                "Is ESIM-EU-10GB-30D or something unlimited good in Europe and the Middle East?", PLACES);

        assertThat(understood.regions()).containsExactly("europe", "middle");
        assertThat(understood.skus()).containsExactly("ESIM-EU-10GB-30D");
        assertThat(understood.unlimited()).isTrue();
    }

    @Test
    void wordsThatAreJoinedByDashesAreNoSkus() {
        assertThat(QuestionText.read("is there a step-by-step guide for pay-as-you-go", PLACES)
                        .skus())
                .isEmpty();
    }

    @Test
    void articlesAreAskedWithoutAmountsAndSkus() {
        assertThat(QuestionText.forArticles("how do I install 5 GB in Japan")).isEqualTo("how do I install   in Japan");
        assertThat(QuestionText.forArticles("5GB")).isEqualTo("5GB");
    }
}
