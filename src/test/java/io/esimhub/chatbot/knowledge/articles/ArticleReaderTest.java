package io.esimhub.chatbot.knowledge.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.chatbot.knowledge.articles.Article.Status;
import io.esimhub.chatbot.knowledge.articles.ArticleReader.Format;
import io.esimhub.chatbot.knowledge.articles.Reading.Readable;
import io.esimhub.chatbot.knowledge.articles.Reading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleReaderTest {

    private static final Defaults DEFAULTS = new Defaults("from-file", "en");

    @Test
    void anArticleInMarkdownSaysWhatItIsAndIsCutAtItsHeadings() {
        Article article = markdown(
                """
                ---
                id: gift-cards
                title: Gift cards
                language: de-at
                tags: [gift, voucher]
                updated: 2026-03-31
                status: draft
                layout: of another program
                ---
                # Gift cards
                Before any heading, with a [link](https://example.com) and `code`.
                ## Buying
                - one
                - *two*

                | Value | Price |
                |---|---|
                | 10 | 9 |
                ### Abroad
                Not yet.
                <div onclick="x()">In <b>HTML</b></div>

                ## Nothing below it
                """);

        assertThat(article.id()).isEqualTo("gift-cards");
        assertThat(article.title()).isEqualTo("Gift cards");
        assertThat(article.language()).isEqualTo("de-AT");
        assertThat(article.tags()).containsExactly("gift", "voucher");
        assertThat(article.writtenOn()).contains(LocalDate.of(2026, 3, 31));
        assertThat(article.status()).isEqualTo(Status.DRAFT);
        assertThat(article.sections())
                .containsExactly(
                        new Section(List.of(), List.of("Before any heading, with a link and code.")),
                        new Section(List.of("Buying"), List.of("one", "two", "Value | Price", "10 | 9")),
                        new Section(List.of("Buying", "Abroad"), List.of("Not yet.", "In HTML")));
    }

    @Test
    void withoutFrontMatterTheFirstHeadingTheFileAndTheFolderSayIt() {
        Article article = markdown("Refunds\n=======\nAsk within 30 days.");

        assertThat(article.title()).isEqualTo("Refunds");
        assertThat(article.id()).isEqualTo("from-file");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.sections()).containsExactly(new Section(List.of(), List.of("Ask within 30 days.")));
    }

    @Test
    void anArticleInHtmlIsItsTextWithoutScriptsAndWhatSurroundsIt() {
        Article article = ((Readable) ArticleReader.read(
                        Format.HTML,
                        bytes(
                                """
                                <html lang="fr"><head><title>Remboursement</title><meta name="tags" content="argent, retour">
                                <style>p {}</style></head><body><nav>Menu</nav><main><h1>Remboursement</h1><p>Sous <b>30</b> jours.
                                <script>alert(1)</script></p><h2>Comment</h2><ul><li>Par mail</li></ul><table><tr><td>a</td><td>b</td></tr></table>
                                </main><footer>Bas</footer></body></html>"""),
                        DEFAULTS))
                .article();

        assertThat(article.language()).isEqualTo("fr");
        assertThat(article.tags()).containsExactly("argent", "retour");
        assertThat(article.sections())
                .containsExactly(
                        new Section(List.of(), List.of("Sous 30 jours.")),
                        new Section(List.of("Comment"), List.of("Par mail", "a | b")));
    }

    @ParameterizedTest(name = "case {index}")
    @CsvSource(
            delimiter = ';',
            value = {
                "---\\ntitle: A\\nText.; 1; front matter",
                "---\\ntitle: A\\ntags: [a\\n---\\nText.; 3; front matter",
                "---\\ntitle: A: b\\n---\\nText.; 2; front matter",
                "---\\n- a\\n- b\\n---\\nText.; 2; front matter",
                "---\\ntitle: A\\ntitle: B\\n---\\nText.; 3; front matter",
                "---\\ntitle: A\\nid: Not A Slug\\n---\\nText.; 3; id",
                "---\\ntitle: A\\nlanguage: klingon\\n---\\nText.; 3; language",
                "---\\ntitle: A\\nupdated: soon\\n---\\nText.; 3; updated",
                "---\\ntitle: A\\nupdated: 2026-02-30\\n---\\nText.; 3; updated",
                "---\\ntitle: A\\nstatus: maybe\\n---\\nText.; 3; status",
                "---\\ntitle: [a, b]\\n---\\nText.; 2; title",
                "---\\ntitle: !!javax.script.ScriptEngineManager [a]\\n---\\nText.; 2; front matter",
                "Only text.; 1; title",
                "---\\ntitle: A\\n---\\n; 4; body",
                "'   '; 1; body"
            })
    void whatIsWrongIsSaidWithItsLineAndARemedy(String text, int line, String field) {
        Reading reading = ArticleReader.read(Format.MARKDOWN, bytes(text.replace("\\n", "\n")), DEFAULTS);

        assertThat(reading).isInstanceOfSatisfying(Unreadable.class, wrong -> {
            assertThat(wrong.field()).isEqualTo(field);
            assertThat(wrong.line()).as(wrong.toString()).isEqualTo(line);
            assertThat(wrong.remedy()).isNotBlank();
        });
    }

    @Test
    void whatIsNoTextIsNotTakenForSome() {
        assertThat(ArticleReader.read(Format.MARKDOWN, new byte[] {'a', (byte) 0xff}, DEFAULTS))
                .isInstanceOf(Unreadable.class);
        assertThat(ArticleReader.read(Format.HTML, new byte[] {'a', 0}, DEFAULTS))
                .isInstanceOf(Unreadable.class);
    }

    private static Article markdown(String text) {
        Reading reading = ArticleReader.read(Format.MARKDOWN, bytes(text), DEFAULTS);
        assertThat(reading).isInstanceOf(Readable.class);
        return ((Readable) reading).article();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
