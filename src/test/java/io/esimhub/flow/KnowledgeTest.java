package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeTest extends RunningHub {

    private static final String DOCUMENTS = "/api/v1/ops/knowledge/documents";
    private static final String OPS =
            "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes(StandardCharsets.UTF_8));

    @BeforeEach
    void theShippedArticlesAreThereSoonAfterTheStart() {
        Waiting.until(
                () -> CALLS.get(DOCUMENTS + "?from=folder"),
                page -> page.path("documents").size() == 25);
    }

    @Test
    void aQuestionFindsPassagesWithWhereTheyStand() {
        Calls.Answer answer = CALLS.ops("GET", "/api/v1/knowledge?q=can%20i%20use%20a%20hotspot&lang=en&limit=3", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("cache-control")).containsExactly("no-store");
        assertThat(answer.body().path("q").asText()).isEqualTo("can i use a hotspot");
        assertThat(answer.body().path("asOf").asText()).isNotEmpty();
        JsonNode best = answer.body().path("passages").path(0);
        assertThat(best.path("document").asText()).isEqualTo("tethering");
        assertThat(best.path("source").asText()).isEqualTo("folder:en/tethering.md");
        assertThat(best.path("excerpt").asText()).contains("<mark>");
        assertThat(best.path("headingPath").isArray()).isTrue();

        JsonNode passage = CALLS.get("/api/v1/knowledge/" + best.path("id").asText());
        assertThat(passage.path("text")).isEqualTo(best.path("text"));
        assertThat(passage.path("title")).isEqualTo(best.path("title"));
        assertThat(CALLS.ops("GET", "/api/v1/knowledge/none", null).status()).isEqualTo(404);
    }

    @Test
    void aMisspelledWordIsToldBesideWhatItWasTakenFor() {
        JsonNode answer = CALLS.get("/api/v1/knowledge?q=tethring&lang=en");

        assertThat(answer.at("/corrected/tethring/0").asText()).isEqualTo("tethering");
        assertThat(answer.at("/passages/0/document").asText()).isEqualTo("tethering");
    }

    @Test
    void vectorsAreOffUnlessTheyAreConfigured() {
        assertThat(CALLS.get("/api/v1/ops/knowledge/vectors").path("state").asText())
                .isEqualTo("OFF");
        assertThat(jdbc.sql("select to_regclass('knowledge.kb_embeddings')::text")
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',q", "?q=,q", "?q=a&limit=-1,limit", "?q=a&limit=x,limit", "?q=a&lang=klingon,lang"})
    void aWrongParameterIsNamed(String query, String field) {
        Calls.Answer answer = CALLS.ops("GET", "/api/v1/knowledge" + query, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").path(0).path("field").asText()).isEqualTo(field);
    }

    @Test
    void aQuestionOfTenThousandCharactersIsRefused() {
        assertThat(CALLS.ops("GET", "/api/v1/knowledge?q=" + "a".repeat(10_000), null)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anArticleComesAndGoesByTheEndpoint() {
        Calls.Answer put = put("xylophones", "text/markdown", "# Xylophones\nNo xylophone on board.");
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        assertThat(put.body().path("chunksWritten").asInt()).isOne();
        assertThat(put("xylophones", "text/markdown", "# Xylophones\nNo xylophone on board.")
                        .body()
                        .path("chunksWritten")
                        .asInt())
                .isZero();
        assertThat(firstDocument("xylophone")).isEqualTo("xylophones");
        assertThat(put("xylophones", "text/html", "<title>X</title><p>Quinquereme</p>")
                        .status())
                .isEqualTo(200);
        assertThat(firstDocument("quinquereme")).isEqualTo("xylophones");

        // the folder does not know it, and leaves it alone
        assertThat(CALLS.ops("POST", "/api/v1/ops/knowledge/ingest", null).status())
                .isEqualTo(202);
        Waiting.until(() -> CALLS.get(DOCUMENTS).path("lastReading"), reading -> "ops"
                .equals(reading.path("by").asText()));
        assertThat(firstDocument("quinquereme")).isEqualTo("xylophones");

        assertThat(CALLS.ops("DELETE", DOCUMENTS + "/xylophones", null).status())
                .isEqualTo(204);
        assertThat(CALLS.ops("DELETE", DOCUMENTS + "/xylophones", null).status())
                .isEqualTo(404);
        assertThat(firstDocument("quinquereme")).isEmpty();
    }

    @Test
    void aWrongArticleChangesNothingAndSaysWhereItIsWrong() {
        Calls.Answer broken = put("broken", "text/markdown", "---\ntitle: A\ntags: [a\n---\nText.");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body().path("errors").path(0).path("reason").asText()).startsWith("line 3");
        assertThat(put("broken", "application/json", "{}").status()).isEqualTo(415);
        assertThat(put("broken", "text/markdown", "# A\n" + "a ".repeat(200_000))
                        .status())
                .isEqualTo(413);
        assertThat(put("refunds", "text/markdown", "# Refunds\nNever.").status())
                .isEqualTo(409);
        assertThat(CALLS.ops("DELETE", DOCUMENTS + "/refunds", null).status()).isEqualTo(409);
        assertThat(CALLS.ops("POST", "/api/v1/ops/knowledge/ingest?force=perhaps", null)
                        .status())
                .isEqualTo(400);
        assertThat(CALLS.get(DOCUMENTS + "?from=api").path("documents")).isEmpty();
    }

    private static Calls.Answer put(String id, String type, String text) {
        return CALLS.send(
                "PUT",
                DOCUMENTS + "/" + id,
                text.getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", OPS, "Content-Type", type));
    }

    private static String firstDocument(String question) {
        return CALLS.get("/api/v1/knowledge?q=" + question)
                .path("passages")
                .path(0)
                .path("document")
                .asText();
    }
}
