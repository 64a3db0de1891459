package io.esimhub.chatbot.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.Passage;
import io.esimhub.chatbot.knowledge.Settings;
import io.esimhub.chatbot.knowledge.ingest.Ingest;
import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static KnowledgeProperties properties;
    private static Search search;

    @BeforeAll
    static void articles() throws IOException {
        database = TestDatabases.create();
        properties = Settings.with(Map.of("folder", folder.toString()));
        write(
                "en/tethering.md",
                "# Tethering\nA laptop may use the data.\n## On a Samsung\nMobile Hotspot and Tethering.");
        write("en/refunds.md", "# Refunds\nUnused plans are refunded within thirty days.");
        write(
                "en/errors.md",
                "# Errors\nThe phone says: code has already been used.\n## Others\nUsed codes have been seen already.");
        write("en/script.md", "# Markup\nWrite `<script>alert(1)</script>` & \"quotes\" in a zebra page.");
        write("en/install.md", "# Installation\nOpen the settings and choose an installation.");
        write("de/refunds.md", "# Erstattungen\nNicht benutzte Tarife werden erstattet.");
        Ingest.folder(database.dataSource(), properties, Clock.systemUTC());
        search = FortyQuestionsTest.search(database.dataSource(), properties);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void aWordIsFoundInAnyOfItsFormsByItsSynonymsAndItsBeginning() {
        assertThat(documents("refunding", "en")).containsExactly("refunds");
        assertThat(documents("money back", "en")).containsExactly("refunds");
        assertThat(documents("how do I share my connection?", "en")).startsWith("tethering");
        assertThat(documents("tethe", "en")).startsWith("tethering");
    }

    @Test
    void aMisspelledWordIsTakenForTheOneItIsNearestTo() {
        Found found = search.search("refnded for unsued plans", "en", 5);

        assertThat(found.passages()).extracting(Passage::document).startsWith("refunds");
        assertThat(found.corrected()).containsKeys("refnded", "unsued");
    }

    @Test
    void whatIsInQuotesMustStandSoUnlessItStandsNowhere() {
        assertThat(search.find("\"already been used\"", "en", 5)).hasSize(1);
        assertThat(search.find("\"used already code\"", "en", 5)).hasSizeGreaterThan(1);
    }

    @Test
    void excerptsMarkWhatWasFoundAndNoTextBecomesATag() {
        Passage passage = search.find("zebra", "en", 1).get(0);

        assertThat(passage.text()).contains("<script>");
        assertThat(passage.excerpt())
                .contains("<mark>zebra</mark>")
                .doesNotContain("<script")
                .doesNotContain("\"quotes");
    }

    @Test
    void languagesAreKeptApartAndARegionDoesNotMatter() {
        assertThat(documents("Erstattung", "de-CH")).containsExactly("de-refunds");
        assertThat(documents("Erstattung", "en")).isEmpty();
        assertThat(documents("refund", "fr")).isEmpty();
        assertThat(documents("erstattungen", null)).containsExactly("de-refunds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table knowledge.kb_chunks; --",
                "refund & | ! <-> :* ( ) \\ ''",
                "refund:*A",
                "%_%",
                "???",
                "the of and",
                "${7*7} #{1} {{hub.mail.from}}",
                "\uD83D\uDE00 \uD800 refund",
                "\"\" \"a",
                "a'b''c' n't 'n't"
            })
    void signsAreNoOrders(String question) {
        search.find(question, "en", 20);
        assertThat(documents("refund", "en")).containsExactly("refunds");
    }

    @Test
    void aVeryLongQuestionIsCut() {
        assertThat(documents("refund " + "word ".repeat(90), "en")).startsWith("refunds");
    }

    @Test
    void ofOneArticleOnlyTheBestPassagesAreShownAndScoresFall() {
        List<Passage> found = search.find("used code tethering laptop refund data", "en", 20);

        assertThat(found).extracting(Passage::score).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(found.stream().filter(each -> each.document().equals("errors")))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(found).allSatisfy(each -> assertThat(each.id()).matches("[0-9a-f]{24}"));
    }

    @Test
    void withoutTrigramsTheHubSearchesAllTheSame() throws IOException {
        try (TestDatabase bare = TestDatabases.create()) {
            bare.jdbc().sql("drop extension pg_trgm cascade").update();
            Ingest.folder(bare.dataSource(), properties, Clock.systemUTC());
            Search words = FortyQuestionsTest.search(bare.dataSource(), properties);

            assertThat(words.find("refunding", "en", 5)).hasSize(1);
            assertThat(words.find("refnded", "en", 5)).isEmpty();
            assertThat(words.find("rfeunded", "en", 5)).hasSize(1);
            assertThat(words.find("tethe", "en", 5)).isNotEmpty();
        }
    }

    private static List<String> documents(String question, String language) {
        return search.find(question, language, 5).stream()
                .map(Passage::document)
                .distinct()
                .toList();
    }

    private static void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
