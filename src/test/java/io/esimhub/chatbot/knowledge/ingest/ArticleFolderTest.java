package io.esimhub.chatbot.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.Settings;
import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFolderTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATER = FIRST.plus(Duration.ofDays(1));
    private static final String REFUNDS =
            "# Refunds\n## When\nWithin 30 days.\n## How\nWrite to us.\n## How long\nTen days.\n";

    /** Not beside the process, but among its classes. */
    private static final String PACKAGED = "knowledge-packaged";

    @TempDir
    Path folder;

    private TestDatabase database;
    private Instant now = FIRST;

    @BeforeEach
    void threeArticles() throws IOException {
        database = TestDatabases.create();
        write("en/refunds.md", REFUNDS);
        write("en/tethering.md", "# Tethering\nYes.");
        write("de/refunds.md", "# Erstattung\nInnerhalb von 30 Tagen.");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theSecondReadingOfTheSameFolderRewritesNothing() {
        assertThat(read(false)).isEqualTo(new FolderReport(3, 3, 0, 0, 0));
        now = LATER;

        assertThat(read(false)).isEqualTo(new FolderReport(3, 0, 0, 0, 0));
        assertThat(changedAt(LATER)).isEmpty();
        assertThat(ids()).containsExactly("de-refunds", "refunds", "tethering");
        assertThat(words("en", "tethering")).isOne();
    }

    @Test
    void anEditedSectionRewritesItsPassageOnlyAndTheOthersKeepTheirIds() throws IOException {
        read(false);
        List<String> before = chunkIds("refunds");
        write("en/refunds.md", REFUNDS.replace("Write to us", "Phone us").replace("## How\n", "## How\n"));
        now = LATER;

        assertThat(read(false)).isEqualTo(new FolderReport(3, 1, 0, 0, 0));
        assertThat(changedAt(LATER)).containsExactly("Phone us.");
        assertThat(chunkIds("refunds")).isEqualTo(before);
        assertThat(words("en", "write")).isZero();
        assertThat(words("en", "phone")).isOne();

        write(
                "en/refunds.md",
                REFUNDS.replace("Write to us", "Phone us").replace("## When", "## Why\nTo be fair.\n## When"));
        now = LATER.plus(Duration.ofDays(1));
        read(false);
        assertThat(changedAt(now)).containsExactly("To be fair.");
        assertThat(chunkIds("refunds")).containsSubsequence(before);
    }

    @Test
    void aVanishedArticleIsRemovedAndADraftIsNotSearched() throws IOException {
        read(false);
        Files.delete(folder.resolve("en/tethering.md"));
        write("en/refunds.md", "---\nstatus: draft\n---\n" + REFUNDS);

        assertThat(read(false)).isEqualTo(new FolderReport(2, 1, 1, 0, 0));
        assertThat(ids()).containsExactly("de-refunds", "refunds");
        assertThat(chunkIds("refunds")).isEmpty();
        assertThat(words("en", "tethering")).isZero();
    }

    @Test
    void anEmptiedFolderIsNotBelievedUntilAPersonSaysSo() throws IOException {
        read(false);
        for (String file : List.of("en/refunds.md", "en/tethering.md", "de/refunds.md")) {
            Files.delete(folder.resolve(file));
        }

        assertThat(read(false)).isEqualTo(new FolderReport(0, 0, 0, 3, 0));
        assertThat(ids()).hasSize(3);
        assertThat(openCases()).containsExactly("TOO_MANY_GONE folder");

        assertThat(read(true)).isEqualTo(new FolderReport(0, 0, 3, 0, 0));
        assertThat(ids()).isEmpty();
        assertThat(openCases()).isEmpty();
        assertThat(words("en", "")).isZero();
    }

    @Test
    void aBrokenFileKeepsItsLastGoodVersionAndStopsNoOther() throws IOException {
        read(false);
        write("en/refunds.md", "---\ntitle: Refunds\n" + REFUNDS);
        write("en/tethering.md", "# Tethering\nNo.");

        assertThat(read(false)).isEqualTo(new FolderReport(2, 1, 0, 0, 1));
        assertThat(chunkIds("refunds")).hasSize(3);
        assertThat(openCases()).containsExactly("UNREADABLE_ARTICLE folder:en/refunds.md");

        write("en/refunds.md", REFUNDS);
        read(false);
        assertThat(openCases()).isEmpty();
    }

    @Test
    void twoFilesDoNotShareAnIdAndARenamedOneIsTheSameArticle() throws IOException {
        read(false);
        write("en/second.md", "---\nid: refunds\n---\n# Another");
        write("en/third.md", "---\nid: refunds\n---\n# Another\nText.");
        assertThat(read(false).unreadable()).isEqualTo(2);

        Files.delete(folder.resolve("en/second.md"));
        Files.delete(folder.resolve("en/third.md"));
        Files.move(folder.resolve("en/tethering.md"), folder.resolve("en/hotspot.md"));
        write("en/hotspot.md", "---\nid: tethering\n---\n# Tethering\nYes.");
        now = LATER;
        assertThat(read(false)).isEqualTo(new FolderReport(3, 0, 0, 0, 0));
        assertThat(ids()).containsExactly("de-refunds", "refunds", "tethering");
        assertThat(changedAt(LATER)).isEmpty();
    }

    @Test
    void theJarsArticlesDoNotTakeThePlaceOfAFolderThatIsGoneUntilAPersonSaysSo() {
        read(false);

        assertThat(read(PACKAGED, false)).isEqualTo(new FolderReport(0, 0, 0, 3, 0));
        assertThat(strings("select body from knowledge.kb_chunks")).doesNotContain("Never.");
        assertThat(openCases()).containsExactly("FOLDER_GONE folder-gone");

        assertThat(read(PACKAGED, true)).isEqualTo(new FolderReport(3, 3, 2, 0, 0));
        assertThat(strings("select body from knowledge.kb_chunks")).contains("Never.");
        assertThat(openCases()).isEmpty();
        assertThat(read(PACKAGED, false)).isEqualTo(new FolderReport(3, 0, 0, 0, 0));
    }

    @Test
    void aFolderOfOnesOwnTakesThePlaceOfTheJarsArticles() {
        read(PACKAGED, false);

        assertThat(read(false)).isEqualTo(new FolderReport(3, 3, 2, 0, 0));
        assertThat(ids()).containsExactly("de-refunds", "refunds", "tethering");
        assertThat(openCases()).isEmpty();
    }

    @Test
    void anEmptyFolderDoesNotTakeThePlaceOfTheJarsArticles(@TempDir Path empty) {
        read(PACKAGED, false);

        assertThat(read(empty.toString(), false)).isEqualTo(new FolderReport(0, 0, 0, 3, 0));
        assertThat(ids()).containsExactly("gift-cards", "prices", "refunds");
        assertThat(openCases()).containsExactly("TOO_MANY_GONE folder");
    }

    @Test
    void articlesThatAreJustLikeTheJarsAreNotMissedWithTheirFolder() {
        read("src/test/resources/knowledge-packaged", false);

        assertThat(read(PACKAGED, false)).isEqualTo(new FolderReport(3, 0, 0, 0, 0));
        assertThat(strings("select distinct split_part(source, ':', 1) from knowledge.kb_documents"))
                .containsExactly("jar");
        assertThat(openCases()).isEmpty();
    }

    private FolderReport read(boolean force) {
        return read(folder.toString(), force);
    }

    private FolderReport read(String from, boolean force) {
        KnowledgeProperties properties = Settings.with(Map.of("folder", from));
        return Ingest.ingestion(database.dataSource(), properties, Clock.fixed(now, ZoneOffset.UTC))
                .read(new IngestionWish("test", force));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> ids() {
        return strings("select id from knowledge.kb_documents order by id");
    }

    private List<String> chunkIds(String document) {
        return strings("select id from knowledge.kb_chunks where document_id = '" + document + "' order by position");
    }

    private List<String> changedAt(Instant at) {
        return strings("select body from knowledge.kb_chunks where updated_at = '" + at + "' order by position");
    }

    private List<String> openCases() {
        return strings("select reason || ' ' || subject from operations.cases where state = 'OPEN' order by 1");
    }

    private List<String> strings(String sql) {
        return database.jdbc().sql(sql).query(String.class).list();
    }

    private long words(String language, String word) {
        return database.jdbc()
                .sql("select coalesce(sum(chunks), 0) from knowledge.kb_words where language = ? and word = ?")
                .params(language, word)
                .query(Long.class)
                .single();
    }
}
