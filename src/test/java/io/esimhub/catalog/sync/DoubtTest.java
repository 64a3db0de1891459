package io.esimhub.catalog.sync;

import static io.esimhub.catalog.sync.Lists.gone;
import static io.esimhub.catalog.sync.Lists.known;
import static io.esimhub.catalog.sync.Lists.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.suppliers.SupplierOffer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DoubtTest {

    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    @Example
    void halfMayBeGoneAndNotOneMore() {
        List<KnownOffer> four = List.of(known("a"), known("b"), known("c"), known("d"));

        assertThat(about(List.of(offer("a", "1"), offer("b", "1")), four, false))
                .isEmpty();
        assertThat(about(List.of(offer("a", "1")), four, false))
                .contains("3 of 4 offers are gone from the list at once");
        assertThat(about(List.of(offer("a", "1")), four, true)).isEmpty();
    }

    @Example
    void newOffersDoNotMakeUpForLostOnes() {
        assertThat(about(List.of(offer("x", "1"), offer("y", "1")), List.of(known("a"), known("b")), false))
                .isPresent();
    }

    @Example
    void anEmptyListIsNeverBelievedOnceThereWasOne() {
        assertThat(about(List.of(), List.of(known("a")), true)).isPresent();
        assertThat(about(List.of(), List.of(gone("a")), true)).isPresent();
        assertThat(about(List.of(), List.of(), false)).isEmpty();
    }

    @Example
    void whatWasGoneBeforeIsNotLostAgain() {
        assertThat(about(List.of(offer("a", "1")), List.of(known("a"), gone("b"), gone("c")), false))
                .isEmpty();
    }

    @Property
    void aListIsBelievedExactlyIfNoMoreThanTheShareIsLost(
            @ForAll @IntRange(min = 1, max = 60) int there,
            @ForAll @IntRange(max = 60) int kept,
            @ForAll @IntRange(max = 100) int percent) {
        int left = Math.max(1, Math.min(kept, there));
        List<KnownOffer> known =
                IntStream.range(0, there).mapToObj(n -> known("s" + n)).toList();
        List<SupplierOffer> listed =
                IntStream.range(0, left).mapToObj(n -> offer("s" + n, "1")).toList();

        assertThat(Doubt.about(listed, known, BigDecimal.valueOf(percent), false)
                        .isEmpty())
                .isEqualTo((there - left) * 100 <= percent * there);
    }

    private static Optional<String> about(List<SupplierOffer> listed, List<KnownOffer> known, boolean accepted) {
        return Doubt.about(listed, known, HALF, accepted);
    }
}
