package io.esimhub.chatbot.knowledge.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.chatbot.knowledge.articles.ArticleReader.Format;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no author writes is unreadable, and nothing worse. */
class OddArticlesTest {

    static Stream<String> odd() {
        return Stream.of(
                "---\ntitle: A\nx: 0x_\n---\nText",
                "---\ntitle: A\nx: !!int abc\n---\nText",
                "---\ntitle: A\ntags: &a [[*a]]\n---\nText",
                "---\ntitle: A\n---\n" + ">".repeat(50_000) + " deep",
                "---\ntitle: A\n---\n" + "- ".repeat(50_000) + "deep");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void aMarkdownArticleThatIsOddIsReadOrRefused(String text) {
        read(Format.MARKDOWN, text);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void anHtmlArticleThatIsOddIsReadOrRefused(String text) {
        read(Format.HTML, "<title>A</title>" + "<span>".repeat(40_000) + text);
    }

    private static void read(Format format, String text) {
        assertThat(ArticleReader.read(format, text.getBytes(StandardCharsets.UTF_8), new Defaults("odd", "en")))
                .isNotNull();
    }
}
