package io.esimhub.chatbot.knowledge;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.knowledge.embedding}: who turns texts into vectors, in the form of OpenAI's {@code POST /v1/embeddings}. Without its address, off.
 *
 * @param url whole, e.g. {@code https://api.openai.com/v1/embeddings}
 * @param apiKey sent as a bearer token; none: nothing is sent
 * @param model as the endpoint names it; vectors of another model are not compared with its own
 * @param dimensions numbers in a vector of this model; pgvector takes 16,000, and finds quickly among those of up to 2,000
 * @param leastSimilarity cosine similarity below which a passage has nothing to do with a question; how high depends on the model
 * @param batch passages of one call
 * @param questionTimeout how long a customer waits for a question's vector before words alone have to do
 * @param passagesTimeout the same for a batch of passages, for which nobody waits
 */
public record Embedding(
        URI url,
        String apiKey,
        String model,
        @DefaultValue("0") @Min(0) @Max(16_000) int dimensions,
        @DefaultValue("0.3") @DecimalMin("0") @DecimalMax("1") double leastSimilarity,
        @DefaultValue("32") @Min(1) @Max(256) int batch,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration questionTimeout,
        @DefaultValue("30s") Duration passagesTimeout) {

    public Embedding {
        if (said(url) && (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme()))) {
            throw new IllegalArgumentException("hub.knowledge.embedding.url is no http or https address");
        }
        if (said(url) && (model == null || model.isBlank() || dimensions < 1)) {
            throw new IllegalArgumentException(
                    "hub.knowledge.embedding has a url, so it needs model and dimensions, too");
        }
    }

    public boolean on() {
        return said(url);
    }

    private static boolean said(URI url) {
        return url != null && !url.toString().isBlank();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "Embedding[" + url + ", " + model + ", " + dimensions + "]";
    }
}
