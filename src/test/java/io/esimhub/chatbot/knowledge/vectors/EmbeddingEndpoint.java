package io.esimhub.chatbot.knowledge.vectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Knows three things, each a direction of its own: money, phones and travelling; the fourth is everything else. */
public final class EmbeddingEndpoint implements AutoCloseable {

    public static final String KEY = "k3y-of-a-test";

    private static final List<List<String>> MEANINGS = List.of(
            List.of("refund", "money", "dosh", "paid"),
            List.of("phone", "handset", "iphone"),
            List.of("travel", "abroad"));

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().extensions(new Meanings()));

    public EmbeddingEndpoint() {
        server.start();
        well();
    }

    public Map<String, Object> settings() {
        return Map.of(
                "embedding.url",
                server.baseUrl() + "/v1/embeddings",
                "embedding.api-key",
                KEY,
                "embedding.model",
                "three-things",
                "embedding.dimensions",
                4,
                "embedding.batch",
                2,
                "embedding.connect-timeout",
                "500ms",
                "embedding.question-timeout",
                "1s",
                "embedding.passages-timeout",
                "2s");
    }

    public WireMockServer server() {
        return server;
    }

    public void well() {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(WireMock.ok().withTransformers("meanings")));
    }

    /** Every call with such a text among its passages. */
    public void refuses(String text) {
        server.stubFor(any(anyUrl())
                .atPriority(1)
                .withRequestBody(containing(text))
                .willReturn(aResponse().withStatus(400)));
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Meanings implements ResponseDefinitionTransformerV2 {

        private final ObjectMapper json = new ObjectMapper();

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            try {
                JsonNode asked = json.readTree(event.getRequest().getBody());
                ObjectNode answer = json.createObjectNode();
                ArrayNode data = answer.putArray("data");
                // backwards: it is the index that says which text a vector is of
                for (int index = asked.path("input").size() - 1; index >= 0; index--) {
                    ObjectNode each =
                            data.addObject().put("object", "embedding").put("index", index);
                    ArrayNode vector = each.putArray("embedding");
                    String text = asked.path("input").path(index).asText().toLowerCase(java.util.Locale.ROOT);
                    MEANINGS.forEach(words -> vector.add(means(text, words) ? 1.0 : 0.01));
                    vector.add(MEANINGS.stream().anyMatch(words -> means(text, words)) ? 0.01 : 1.0);
                }
                return WireMock.okJson(answer.toString()).build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean means(String text, List<String> words) {
            return words.stream().anyMatch(text::contains);
        }

        @Override
        public String getName() {
            return "meanings";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }
}
