package io.esimhub.chatbot.knowledge.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.chatbot.knowledge.Embedding;
import io.esimhub.chatbot.knowledge.Settings;
import io.esimhub.operations.work.WorkDesk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddingSettingsTest {

    @Test
    void vectorsAreOffAsShipped() {
        assertThat(Settings.shipped().embedding().on()).isFalse();
        assertThat(NoVectors.nearest().find("a question", "en", 5)).isEmpty();
        NoVectors.passages().wanted();
        assertThat(NoVectors.passages().next(WorkDesk.item("embed-passages", "embed-passages:m:3:wanted:1", "0,0")))
                .isNull();
        assertThat(new VectorReport(Settings.shipped(), null, null, null).report())
                .isEqualTo(Map.of("state", "OFF"));
    }

    @Test
    void anAddressNeedsAModelAndItsWidth() {
        for (Map<String, Object> half : List.<Map<String, Object>>of(
                Map.of("embedding.url", "https://embed.example/v1/embeddings"),
                Map.of("embedding.url", "https://embed.example/v1/embeddings", "embedding.model", "m"),
                Map.of("embedding.url", "https://embed.example/v1/embeddings", "embedding.dimensions", 3))) {
            assertThatThrownBy(() -> Settings.with(half)).rootCause().hasMessageContaining("model and dimensions");
        }
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> Settings.with(Map.of(
                        "embedding.url", "file:///etc/passwd", "embedding.model", "m", "embedding.dimensions", 3)))
                .rootCause()
                .hasMessageContaining("hub.knowledge.embedding.url");
    }

    @Test
    void theKeyIsNeverShown() {
        Embedding embedding = Settings.with(Map.of(
                        "embedding.url", "https://embed.example/v1/embeddings",
                        "embedding.model", "m",
                        "embedding.dimensions", 3,
                        "embedding.api-key", "s3cret"))
                .embedding();

        assertThat(embedding.apiKey()).isEqualTo("s3cret");
        assertThat(Settings.shipped().toString() + embedding).doesNotContain("s3cret");
    }
}
