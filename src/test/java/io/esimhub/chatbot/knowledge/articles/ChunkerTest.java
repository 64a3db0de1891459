package io.esimhub.chatbot.knowledge.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChunkerTest {

    private static final Chunker CHUNKER = new Chunker(120, 30);

    @Property(tries = 200)
    void nothingIsLostAndNothingIsSaidTwiceButTheOverlap(@ForAll("sections") List<Section> sections) {
        String all =
                sections.stream().flatMap(section -> section.blocks().stream()).collect(Collectors.joining());
        String cut = CHUNKER.cut(sections).stream()
                .map(chunk -> chunk.text().substring(chunk.repeated()))
                .collect(Collectors.joining());

        assertThat(letters(cut)).isEqualTo(letters(all));
    }

    @Property(tries = 200)
    void noPassageIsLongerThanAllowedNorRepeatsMoreThanAllowed(@ForAll("sections") List<Section> sections) {
        assertThat(CHUNKER.cut(sections)).allSatisfy(chunk -> {
            assertThat(chunk.text().length()).isBetween(1, 120);
            assertThat(chunk.repeated()).isLessThanOrEqualTo(30);
            assertThat(chunk.text()).isNotBlank();
        });
    }

    @Property(tries = 200)
    void whatIsRepeatedEndsThePassageBeforeBelowTheSameHeading(@ForAll("sections") List<Section> sections) {
        List<Chunk> chunks = CHUNKER.cut(sections);
        for (int n = 0; n < chunks.size(); n++) {
            Chunk chunk = chunks.get(n);
            if (chunk.repeated() > 0) {
                Chunk before = chunks.get(n - 1);
                assertThat(before.headingPath()).isEqualTo(chunk.headingPath());
                assertThat(letters(before.text())).endsWith(letters(chunk.text().substring(0, chunk.repeated())));
            }
        }
    }

    @Property(tries = 200)
    void placesAreUniqueAndAnEditInOneSectionMovesNoPassageOfAnother(
            @ForAll("sections") List<Section> sections, @ForAll("sections") List<Section> others) {
        List<Section> before = under("kept", sections);
        List<Section> edited = new java.util.ArrayList<>(under("edited", others));
        edited.addAll(before);
        List<String> places = places(CHUNKER.cut(edited));

        assertThat(places).doesNotHaveDuplicates().containsAll(places(CHUNKER.cut(before)));
    }

    @Example
    void aPassageEndsAtASentenceIfItCan() {
        List<Chunk> chunks = CHUNKER.cut(List.of(new Section(
                List.of("Refunds"),
                List.of(
                        "We refund what was not used. Ask within thirty days of buying the plan, please. The money goes back to the card"
                                + " you paid with. It takes some days."))));

        assertThat(chunks).extracting(Chunk::text).allMatch(text -> text.endsWith("."));
        assertThat(chunks).extracting(Chunk::ordinal).containsExactly(0, 1);
    }

    private static List<Section> under(String root, List<Section> sections) {
        return sections.stream()
                .map(section -> {
                    List<String> path = new java.util.ArrayList<>(List.of(root));
                    path.addAll(section.headingPath());
                    return new Section(path, section.blocks());
                })
                .toList();
    }

    private static List<String> places(List<Chunk> chunks) {
        return chunks.stream()
                .map(chunk -> chunk.headingPath() + " " + chunk.ordinal())
                .toList();
    }

    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    @Provide
    Arbitrary<List<Section>> sections() {
        Arbitrary<String> block = Arbitraries.strings()
                .withChars("abcdé. ß\uD83D\uDE00".replaceAll("[\uD800-\uDFFF]", ""))
                .ofMinLength(1)
                .ofMaxLength(400)
                .map(PlainText::of)
                .filter(text -> !text.isEmpty());
        Arbitrary<List<String>> path = Arbitraries.of("A", "B", "C").list().ofMaxSize(2);
        return Combinators.combine(path, block.list().ofMinSize(1).ofMaxSize(6))
                .as(Section::new)
                .list()
                .ofMaxSize(5);
    }
}
