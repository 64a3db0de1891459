package io.esimhub.chatbot.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.chatbot.knowledge.search.Looked.Near;
import io.esimhub.chatbot.knowledge.search.Words.Gram;
import io.esimhub.operations.web.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    private static final Synonyms SYNONYMS =
            Synonyms.of(List.of(List.of("'refund'", "'money' <-> 'back'"), List.of("'hotspot'", "'tether'")));

    @Test
    void theQuestionsWordsAreBareAndPhrasesAreKept() {
        Words words = Words.of("What’s the SM-DP+ of “code used”? I don't know; wi-fi/LTE!");

        assertThat(words.words())
                .containsExactly("what", "the", "sm-dp", "of", "code", "used", "i", "know", "wi-fi", "lte");
        assertThat(words.phrases()).containsExactly("code used");
    }

    @Test
    void aPhraseWithSynonymsIsOneTermAndARareWordTellsMore() {
        Terms terms = Terms.of(
                List.of(
                        word(0, "money", "'money'", 5),
                        new Looked(new Gram(0, 2, "money back"), "'money' <-> 'back'", 0, List.of(), List.of()),
                        word(1, "back", "'back'", 20),
                        word(2, "the", "", 0),
                        word(3, "plan", "'plan'", 90)),
                SYNONYMS,
                100);

        assertThat(terms.terms())
                .extracting(Term::query)
                .containsExactly("('refund') | ('money' <-> 'back')", "('plan')");
        assertThat(terms.terms().get(0).weight())
                .isGreaterThan(terms.terms().get(1).weight());
        assertThat(terms.all()).isEqualTo("(('refund') | ('money' <-> 'back')) & (('plan'))");
    }

    @Test
    void anUnknownWordIsTakenForItsNeighboursAndSaysSo() {
        Looked unknown = new Looked(
                new Gram(0, 1, "hotspto"), "'hotspto'", 0, List.of(), List.of(new Near("hotspot", "'hotspot'", 3)));

        Terms terms = Terms.of(List.of(unknown), SYNONYMS, 100);

        assertThat(terms.any()).isEqualTo("('hotspto') | ('hotspot') | ('tether')");
        assertThat(terms.corrected()).containsOnlyKeys("hotspto");
    }

    @Test
    void whatIsEverywhereIsNotLookedForAmongManyPassages() {
        Terms terms =
                Terms.of(List.of(word(0, "esim", "'esim'", 40_000), word(1, "zebra", "'zebra'", 3)), SYNONYMS, 50_000);

        assertThat(terms.rare(600)).isEqualTo("('zebra')");
        assertThat(terms.rare(50_000)).isEqualTo("('zebra') | ('esim')");
    }

    @ParameterizedTest
    @CsvSource({
        "'',,5,q",
        "'  ',,5,q",
        "hotspot,xx-klingon-,5,lang",
        "hotspot,,0,limit",
        "hotspot,,-1,limit",
        "hotspot,,21,limit",
        "hotspot,,5.5,limit"
    })
    void aWrongParameterIsNamed(String q, String lang, String limit, String field) {
        assertThatThrownBy(() -> KnowledgeQuery.of(q, lang, limit))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).field()).isEqualTo(field));
    }

    private static Looked word(int from, String text, String query, long chunks) {
        return new Looked(new Gram(from, 1, text), query, chunks, List.of(), List.of());
    }
}
