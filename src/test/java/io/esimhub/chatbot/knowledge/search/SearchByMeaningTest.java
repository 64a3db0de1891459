package io.esimhub.chatbot.knowledge.search;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.Passage;
import io.esimhub.chatbot.knowledge.Settings;
import io.esimhub.chatbot.knowledge.ingest.Ingest;
import io.esimhub.chatbot.knowledge.vectors.EmbeddingEndpoint;
import io.esimhub.chatbot.knowledge.vectors.Pgvector;
import io.esimhub.chatbot.knowledge.vectors.VectorsUnderTest;
import io.esimhub.testing.MovedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server with pgvector, which has to be named with {@code -Dpgvector.url} (docs/knowledge.md). */
class SearchByMeaningTest {

    @TempDir
    Path folder;

    private Pgvector database;
    private EmbeddingEndpoint endpoint;
    private VectorsUnderTest vectors;
    private KnowledgeProperties properties;
    private final MovedClock clock = new MovedClock(Instant.parse("2026-07-01T10:00:00Z"));

    @BeforeEach
    void articles() throws IOException {
        database = new Pgvector();
        endpoint = new EmbeddingEndpoint();
        write(
                "en/refunds.md",
                "# Refunds\nUnused plans give you the price again.\n## Cards\nMoney returns in five days.");
        write("en/devices.md", "# Compatible phones\nEach handset of the last years.");
        write("en/weather.md", "# Weather\nIt is sunny.");
        write("de/refunds.md", "# Erstattungen\nMoney kommt in fünf Tagen.");
        start(Map.of());
        read();
    }

    @AfterEach
    void stop() {
        if (vectors != null) {
            vectors.close();
            endpoint.close();
            database.close();
        }
    }

    @Test
    void aQuestionThatSharesNoWordWithItsArticleFindsIt() {
        assertThat(documents("dosh", "en")).isEmpty();

        vectors.embed();

        assertThat(documents("dosh", "en")).containsExactly("refunds", "refunds");
        assertThat(documents("dosh", "en-GB")).containsExactly("refunds", "refunds");
        assertThat(documents("dosh", "de")).containsExactly("de-refunds");
        assertThat(documents("dosh", null)).containsExactlyInAnyOrder("refunds", "refunds", "de-refunds");
        assertThat(documents("weather", "en")).containsExactly("weather");
    }

    @Test
    void whatHasNothingToDoWithTheQuestionIsNotNearEnough() {
        vectors.embed();

        assertThat(documents("going abroad", "en")).isEmpty();
    }

    @Test
    void wordsInQuotesAreNoQuestionOfMeaning() {
        vectors.embed();

        assertThat(documents("\"dosh\"", "en")).isEmpty();
    }

    @Test
    void everyPassageGetsItsVectorOnceAndOnlyAChangedOneGetsANewOne() throws IOException {
        vectors.embed();
        int calls = endpoint.server().getAllServeEvents().size();
        assertThat(vectors.report())
                .containsEntry("state", "ON")
                .containsEntry("passages", 5L)
                .containsEntry("withVector", 5L);

        vectors.embed();
        assertThat(endpoint.server().getAllServeEvents()).hasSize(calls);

        write("en/weather.md", "# Weather\nIt rains when you travel.");
        read();
        assertThat(vectors.report()).containsEntry("withVector", 4L);
        vectors.embed();
        assertThat(endpoint.server().getAllServeEvents()).hasSize(calls + 1);
        assertThat(documents("abroad", "en")).containsExactly("weather");
    }

    @Test
    void anArticleThatGoesTakesItsVectorsWithIt() throws IOException {
        vectors.embed();
        Files.delete(folder.resolve("en/refunds.md"));
        read();

        assertThat(documents("dosh", "en")).isEmpty();
        assertThat(vectors.report()).containsEntry("withVector", 3L);
    }

    @Test
    void vectorsOfTwoModelsStandBesideEachOtherUntilTheFormerAreOld() {
        vectors.embed();
        start(Map.of("embedding.model", "another"));
        assertThat(documents("dosh", "en")).isEmpty();

        vectors.embed();
        assertThat(documents("dosh", "en")).containsExactly("refunds", "refunds");
        int calls = endpoint.server().getAllServeEvents().size();

        start(Map.of());
        vectors.embed();
        assertThat(documents("dosh", "en")).containsExactly("refunds", "refunds");
        assertThat(endpoint.server().getAllServeEvents())
                .as("but for the question")
                .hasSize(calls + 1);

        clock.move(Duration.ofDays(8));
        vectors.embed();
        assertThat(database.jdbc().queryForList("select distinct model from knowledge.kb_embeddings_4", String.class))
                .containsExactly("three-things");
    }

    @Test
    void aModelOfAnotherWidthHasAnotherTable() {
        vectors.embed();
        start(Map.of("embedding.dimensions", 5));

        assertThat(documents("dosh", "en")).isEmpty();
        assertThat(vectors.report()).containsEntry("state", "WITHOUT_PGVECTOR");
        vectors.passages().wanted();
        vectors.run(vectors.waiting().get(0));
        assertThat(vectors.report()).containsEntry("state", "ON").containsEntry("withVector", 0L);
        assertThat(database.jdbc().queryForObject("select count(*) from knowledge.kb_embeddings_4", Integer.class))
                .isEqualTo(5);
    }

    @Test
    void howeverManyAskNoPassageIsAskedForTwice() {
        for (int wish = 0; wish < 3; wish++) {
            vectors.passages().wanted();
        }
        vectors.waiting().forEach(vectors::run);

        assertThat(vectors.waiting()).hasSize(1);
        assertThat(endpoint.server().getAllServeEvents()).isEmpty();
        vectors.embed();
        assertThat(endpoint.server().getAllServeEvents())
                .as("five passages, two a call")
                .hasSize(3);
    }

    @Test
    void aTextThatTheEndpointDoesNotTakeIsLeftOutForADayAndTheOthersGetTheirVectors() {
        endpoint.refuses("handset");

        vectors.embed();
        assertThat(vectors.report())
                .containsEntry("withVector", 4L)
                .containsEntry("refused", 1L)
                .containsKey("lastFailure");
        assertThat(documents("dosh", "en")).containsExactly("refunds", "refunds");

        endpoint.well();
        vectors.embed();
        assertThat(vectors.report()).containsEntry("refused", 1L);
        clock.move(Duration.ofHours(25));
        vectors.embed();
        assertThat(vectors.report()).containsEntry("withVector", 5L).containsEntry("refused", 0L);
    }

    @Test
    void anEndpointThatTakesNothingIsNotAskedForEveryPassage() {
        endpoint.refuses("");

        assertThatThrownBy(vectors::embed).hasRootCauseMessage("The embedding endpoint answered 400");
        assertThat(endpoint.server().getAllServeEvents()).hasSize(5);
        assertThat(vectors.waiting()).as("the work queue's to try again").hasSize(1);
    }

    @Test
    void aLanguageOfFewArticlesFindsItsOwnAmongManyThatAreAsNear() throws IOException {
        for (int article = 0; article < 60; article++) {
            write("en/money-" + article + ".md", "# Money " + article + "\nMoney.");
        }
        read();
        vectors.embed();
        database.jdbc().execute("set enable_seqscan = off");
        database.jdbc().execute("set enable_sort = off");

        assertThat(documents("dosh", "de")).containsExactly("de-refunds");
    }

    @Test
    void aQuestionWithoutBlanksIsAQuestion() {
        vectors.embed();

        assertThat(documents("dosh" + "払い戻しはできますか".repeat(5), "en")).containsExactly("refunds", "refunds");
    }

    @Test
    void withoutTheEndpointWordsAloneHaveToDo() {
        vectors.embed();
        endpoint.server().resetAll();
        endpoint.server().stubFor(any(anyUrl()).willReturn(serverError()));

        assertThat(documents("unused plans", "en")).containsExactly("refunds");
        assertThat(documents("dosh", "en")).isEmpty();
        assertThat(vectors.report()).containsKey("lastFailure");
    }

    @Test
    void whatBothWaysFindComesFirst() throws IOException {
        write("en/cashback.md", "# Cashback\nThe unused part of the price, as a voucher.");
        read();
        vectors.embed();

        assertThat(documents("is the unused part paid back?", "en").get(0)).isEqualTo("refunds");
    }

    private void start(Map<String, Object> others) {
        if (vectors != null) {
            vectors.close();
        }
        Map<String, Object> settings = new HashMap<>(endpoint.settings());
        settings.put("folder", folder.toString());
        settings.put("greatest-loss", 100);
        settings.put("embedding.least-similarity", 0.5);
        settings.putAll(others);
        properties = Settings.with(settings);
        vectors = new VectorsUnderTest(database.connection(), properties, clock);
    }

    private void read() {
        Ingest.folder(database.connection(), properties, Clock.systemUTC());
    }

    private List<String> documents(String question, String language) {
        return FortyQuestionsTest.search(database.connection(), properties, vectors.nearest())
                .find(question, language, 5)
                .stream()
                .map(Passage::document)
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
