package io.esimhub.chatbot.knowledge.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.chatbot.knowledge.Embedding;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.operations.http.HttpAnswer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/**
 * One call of the endpoint: {@code {"model": …, "input": […]}}, answered with {@code {"data": [{"index": 0, "embedding": […]}]}}, as OpenAI's API reference of embeddings
 * has it and Cloudflare's, Ollama's and others' endpoints repeat it.
 */
@Component("embeddings")
class Embeddings {

    /** Exchange property: the {@link Texts} that were asked for. */
    static final String ASKED = "embeddingTexts";

    private final Embedding embedding;
    private final ObjectMapper json;

    Embeddings(KnowledgeProperties properties, ObjectMapper json) {
        this.embedding = properties.embedding();
        this.json = json;
    }

    /** The body is {@link Texts}; it becomes the request. */
    public void write(Exchange exchange) throws JsonProcessingException {
        Texts texts = exchange.getMessage().getBody(Texts.class);
        exchange.setProperty(ASKED, texts);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.HTTP_URI, embedding.url().toString());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Accept", "application/json");
        if (embedding.apiKey() != null && !embedding.apiKey().isBlank()) {
            message.setHeader("Authorization", "Bearer " + embedding.apiKey());
        }
        message.setBody(json.writeValueAsBytes(Map.of("model", embedding.model(), "input", texts.texts())));
    }

    /**
     * The body is an {@link HttpAnswer}.
     *
     * @throws EmbeddingFailed if it does not hold one whole vector for each text
     */
    public Vectors read(Exchange exchange) {
        Texts texts = exchange.getProperty(ASKED, Texts.class);
        JsonNode data = parse(exchange.getMessage().getBody(HttpAnswer.class)).path("data");
        if (data.size() != texts.texts().size()) {
            throw new EmbeddingFailed(
                    "sent " + data.size() + " vectors for " + texts.texts().size() + " texts");
        }
        String[] vectors = new String[data.size()];
        for (JsonNode each : data) {
            int index = each.path("index").asInt(-1);
            if (index < 0 || index >= vectors.length || vectors[index] != null) {
                throw new EmbeddingFailed("did not say which text a vector is of");
            }
            vectors[index] = vector(each.path("embedding"));
        }
        return new Vectors(texts, List.copyOf(Arrays.asList(vectors)));
    }

    private JsonNode parse(HttpAnswer answer) {
        if (!answer.success()) {
            throw EmbeddingFailed.answered(answer.status());
        }
        if (!answer.json()) {
            throw new EmbeddingFailed("did not answer in JSON");
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new EmbeddingFailed("answered in broken JSON");
        }
    }

    private String vector(JsonNode numbers) {
        if (numbers.size() != embedding.dimensions()) {
            throw new EmbeddingFailed("sent a vector of " + numbers.size()
                    + " numbers; hub.knowledge.embedding.dimensions is " + embedding.dimensions());
        }
        boolean direction = false;
        StringBuilder text = new StringBuilder("[");
        for (JsonNode number : numbers) {
            float value = (float) number.asDouble(Double.NaN);
            if (!number.isNumber() || !Float.isFinite(value)) {
                throw new EmbeddingFailed("sent a vector that holds something else than numbers");
            }
            direction |= value != 0;
            text.append(text.length() > 1 ? "," : "").append(value);
        }
        if (!direction) {
            throw new EmbeddingFailed("sent a vector without a direction");
        }
        return text.append(']').toString();
    }
}
