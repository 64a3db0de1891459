package io.esimhub.competitors.position;

import static io.esimhub.competitors.position.Plans.offer;
import static io.esimhub.competitors.position.Plans.ours;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Set<String> JAPAN = Set.of("JP");
    private static final Standing STANDING = new Standing(new Rates("USD", Map.of("EUR", new BigDecimal("1.10"))));

    private static Match match(String competitor, String price, String currency) {
        return new Match(offer(competitor, "1", JAPAN, 5000L, 10, price, currency), false, 0);
    }

    @Test
    void weAreRankedInOneCurrencyWithThePriceOfAGigabyteAndOfADay() {
        Position position = STANDING.of(
                ours(1, "JP5", JAPAN, 5000L, 10, "10.00"),
                List.of(match("dear", "12", "USD"), match("euro", "8", "EUR"), match("yen", "900", "JPY")));

        assertThat(position.rank()).isEqualTo(2);
        assertThat(position.of()).isEqualTo(3);
        assertThat(position.cheapest()).isEqualByComparingTo("8.80");
        assertThat(position.median()).isEqualByComparingTo("10.40");
        assertThat(position.undercutBy()).isEqualByComparingTo("12");
        assertThat(position.ours().perGb()).isEqualByComparingTo("2");
        assertThat(position.ours().perDay()).isEqualByComparingTo("1");
        assertThat(position.competitors().get(2).notCompared()).isEqualTo("there is no rate for JPY");
    }

    @Test
    void whatNobodyCanBuyFromUsHasNoRankButShowsTheOthers() {
        Position position = STANDING.of(ours(1, "JP5", JAPAN, 5000L, 10, null), List.of(match("a", "12", "USD")));
        assertThat(position.rank()).isNull();
        assertThat(position.undercut()).isFalse();
        assertThat(position.cheapest()).isEqualByComparingTo("12");
    }

    @Test
    void withoutACompetitorThereIsNoPosition() {
        Position position = STANDING.of(ours(1, "JP5", JAPAN, 5000L, 10, "9"), List.of());
        assertThat(position.rank()).isNull();
        assertThat(position.of()).isEqualTo(1);
        assertThat(position.median()).isNull();
    }

    @Property
    void asManyAsAskLessStandBeforeUsAndHalfOfThemBelowTheMedian(
            @ForAll @IntRange(min = 1, max = 5000) int own,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 5000) Integer> others) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            matches.add(match("c" + i, BigDecimal.valueOf(others.get(i), 2).toString(), "USD"));
        }
        Position position = STANDING.of(
                ours(1, "X", JAPAN, 5000L, 10, BigDecimal.valueOf(own, 2).toString()), matches);

        assertThat(position.rank())
                .isEqualTo(
                        1 + (int) others.stream().filter(other -> other < own).count());
        assertThat(position.undercut()).isEqualTo(position.undercutBy().signum() > 0);
        assertThat(position.median())
                .isBetween(
                        position.cheapest(),
                        position.competitors().stream()
                                .map(rival -> rival.price().comparable())
                                .max(BigDecimal::compareTo)
                                .orElseThrow());
        long below = others.stream()
                .filter(other -> BigDecimal.valueOf(other, 2).compareTo(position.median()) < 0)
                .count();
        assertThat(below).isLessThanOrEqualTo(others.size() / 2);
    }
}
