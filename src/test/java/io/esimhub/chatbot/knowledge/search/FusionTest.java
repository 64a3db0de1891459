package io.esimhub.chatbot.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.chatbot.knowledge.vectors.Near;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FusionTest {

    @Test
    void whatBothFindComesBeforeWhatOneFindsFirst() {
        List<Ranked> fused = Fusion.of(
                List.of(words("a", "A"), words("b", "B")), List.of(new Near("c", "C"), new Near("b", "B")), 2, 5);

        assertThat(fused).extracting(Ranked::id).containsExactly("b", "a", "c");
    }

    @Test
    void whatIsFirstInBothScoresOne() {
        assertThat(Fusion.of(List.of(words("a", "A")), List.of(new Near("a", "A")), 2, 5))
                .singleElement()
                .satisfies(best -> assertThat(best.score()).isEqualTo(1));
    }

    @Test
    void withoutVectorsTheOrderIsThatOfTheWords() {
        List<Ranked> byWords =
                IntStream.range(0, 8).mapToObj(n -> words("p" + n, "D" + n)).toList();

        assertThat(Fusion.of(byWords, List.of(), 2, 5))
                .extracting(Ranked::id)
                .containsExactly("p0", "p1", "p2", "p3", "p4");
    }

    @Test
    void noArticleTakesMoreThanItsShareHoweverItIsFound() {
        List<Ranked> fused = Fusion.of(
                List.of(words("a1", "A"), words("a2", "A"), words("b", "B")),
                List.of(new Near("a3", "A"), new Near("a1", "A"), new Near("c", "C")),
                2,
                5);

        assertThat(fused).extracting(Ranked::document).filteredOn("A"::equals).hasSize(2);
        assertThat(fused).extracting(Ranked::id).contains("a1", "b", "c");
    }

    @Test
    void onlyWhatWasFoundByItsWordsIsMarked() {
        assertThat(Fusion.of(List.of(words("a", "A")), List.of(new Near("c", "C")), 2, 5))
                .extracting(Ranked::marked)
                .containsExactly("'word'", "");
    }

    private static Ranked words(String id, String document) {
        return new Ranked(id, document, 0.5, "'word'");
    }
}
