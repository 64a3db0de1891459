package io.esimhub.competitors.position;

import static io.esimhub.competitors.position.Plans.offer;
import static io.esimhub.competitors.position.Plans.ours;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final Matching RULES = new Matching(10, 10, true);
    private static final Set<String> JAPAN = Set.of("JP");

    @Test
    void aGigabyteOf1024MegabytesIsLikeOneOf1000() {
        assertThat(RULES.of(ours(1, "JP1", JAPAN, 1000L, 7, "4"), offer("a", "1", JAPAN, 1024L, 7, "3", "USD")))
                .hasValueSatisfying(match -> assertThat(match.distance()).isEqualTo(24));
    }

    @Test
    void unlimitedIsLikeUnlimitedOnlyAndNoValidityIsLikeNone() {
        assertThat(RULES.of(ours(1, "U", JAPAN, null, 7, "4"), offer("a", "1", JAPAN, null, 7, "3", "USD")))
                .isPresent();
        assertThat(RULES.of(ours(1, "U", JAPAN, null, 7, "4"), offer("a", "1", JAPAN, 1000L, 7, "3", "USD")))
                .isEmpty();
        assertThat(RULES.of(ours(1, "U", JAPAN, null, 7, "4"), offer("a", "1", JAPAN, null, null, "3", "USD")))
                .isEmpty();
    }

    @Test
    void thePlanOfTheSameCountriesIsBetterThanOneOfMore() {
        var product = ours(1, "JP1", JAPAN, 1000L, 7, "4");
        Match same =
                RULES.of(product, offer("a", "2", JAPAN, 1090L, 7, "3", "USD")).orElseThrow();
        Match wider = RULES.of(product, offer("a", "1", Set.of("JP", "KR"), 1000L, 7, "3", "USD"))
                .orElseThrow();
        assertThat(wider.wider()).isTrue();
        assertThat(Matching.BEST.compare(same, wider)).isNegative();
        assertThat(new Matching(10, 10, false).of(product, wider.offer())).isEmpty();
        assertThat(RULES.of(product, offer("a", "3", Set.of("KR"), 1000L, 7, "3", "USD")))
                .isEmpty();
    }

    @Property
    void whatMatchesIsWithinTheTolerancesAndWhatDoesNotIsOutside(
            @ForAll @LongRange(min = 1, max = 100_000) long mine,
            @ForAll @LongRange(min = 1, max = 100_000) long theirs,
            @ForAll @IntRange(min = 1, max = 365) int days,
            @ForAll @IntRange(min = 1, max = 365) int theirDays,
            @ForAll @IntRange(max = 100) int tolerance) {
        boolean within = Math.abs(mine - theirs) <= mine * tolerance / 100.0
                && Math.abs(days - theirDays) <= days * tolerance / 100.0;
        assertThat(new Matching(tolerance, tolerance, true)
                        .of(ours(1, "X", JAPAN, mine, days, "4"), offer("a", "1", JAPAN, theirs, theirDays, "3", "USD"))
                        .isPresent())
                .isEqualTo(within);
    }
}
