package io.esimhub.chatbot.knowledge.vectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.esimhub.chatbot.knowledge.Settings;
import io.esimhub.operations.work.WorkDesk;
import io.esimhub.operations.work.WorkItem;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddingRoutesTest {

    private static final WorkItem ITEM = WorkDesk.item("embed-passages", "embed-passages:three-things:4:p1", "0,0");

    private final EmbeddingEndpoint endpoint = new EmbeddingEndpoint();
    private final Missing missing = new Missing();
    private final EndpointTrouble trouble = new EndpointTrouble(Clock.systemUTC());
    private EmbeddingRoutes routes;

    @BeforeEach
    void start() {
        routes = new EmbeddingRoutes(Settings.with(endpoint.settings()), missing, trouble);
    }

    @AfterEach
    void stop() {
        routes.close();
        endpoint.close();
    }

    @Test
    void aQuestionIsSentWithModelAndKeyAndNothingElseOfOurs() {
        assertThat(routes.vector("Will I get my money back?")).isEqualTo("[1.0,0.01,0.01,0.01]");

        endpoint.server()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo("/v1/embeddings"))
                                .withHeader("Authorization", equalTo("Bearer " + EmbeddingEndpoint.KEY))
                                .withHeader("Content-Type", equalTo("application/json"))
                                .withRequestBody(equalToJson(
                                        "{\"model\": \"three-things\", \"input\": [\"Will I get my money back?\"]}")));
    }

    static Stream<ResponseDefinitionBuilder> answersThatHoldNoVector() {
        return Stream.of(
                aResponse().withStatus(500),
                aResponse().withStatus(401).withBody("bad key " + EmbeddingEndpoint.KEY),
                aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFixedDelay(20_000),
                okJson("{\"data\": [{\"index\": 0, "),
                okJson("{}"),
                okJson("{\"data\": []}"),
                okJson("{\"data\": [{\"index\": 7, \"embedding\": [1, 2, 3, 4]}]}"),
                okJson("{\"data\": [{\"index\": 0, \"embedding\": [1, 2]}]}"),
                okJson("{\"data\": [{\"index\": 0, \"embedding\": [0, 0, 0, 0]}]}"),
                okJson("{\"data\": [{\"index\": 0, \"embedding\": [1, 2, 3, \"4\"]}]}"),
                okJson("{\"data\": [{\"index\": 0, \"embedding\": [1, 2, 3, 1e300]}]}"));
    }

    @ParameterizedTest
    @MethodSource("answersThatHoldNoVector")
    void aQuestionGoesOnWithoutItsVectorAndAPersonCanSeeWhy(ResponseDefinitionBuilder answer) {
        endpoint.answers(answer);

        assertThat(routes.vector("Will I get my money back?")).isNull();
        assertThat(trouble.last().what()).isNotBlank().doesNotContain(EmbeddingEndpoint.KEY, "money");
        assertThat(endpoint.server().getAllServeEvents()).hasSize(1);
    }

    @Test
    void anAnswerThatIsFarTooLongIsNotReadToItsEnd() {
        endpoint.answers(okJson("{\"data\": [" + " ".repeat(1 << 20) + "]}"));

        assertThat(routes.vector("Will I get my money back?")).isNull();
        assertThat(trouble.last().what()).contains("longer than");
    }

    @Test
    void anEndpointThatFailsOftenIsLeftAloneForAWhile() {
        endpoint.answers(aResponse().withStatus(503));

        for (int question = 0; question < 10; question++) {
            assertThat(routes.vector("a phone?")).isNull();
        }

        assertThat(endpoint.server().getAllServeEvents()).hasSize(3);
    }

    @Test
    void passagesAreAskedForTogetherAndGetTheirOwnVectors() {
        missing.texts = new Texts(List.of("p1", "p2"), List.of("A handset", "Money back"));

        routes.passages(ITEM);

        assertThat(missing.kept.get())
                .isEqualTo(new Vectors(missing.texts, List.of("[0.01,1.0,0.01,0.01]", "[1.0,0.01,0.01,0.01]")));
        assertThat(endpoint.server().getAllServeEvents()).hasSize(1);
    }

    @Test
    void withoutMissingPassagesNobodyIsAsked() {
        routes.passages(ITEM);

        assertThat(missing.kept.get()).isNull();
        assertThat(endpoint.server().getAllServeEvents()).isEmpty();
    }

    @Test
    void aBatchThatFailsIsLeftToTheWorkQueueAndNothingOfItIsKept() {
        missing.texts = new Texts(List.of("p1", "p2"), List.of("A handset", "Money back"));
        endpoint.answers(okJson("{\"data\": [{\"index\": 0, \"embedding\": [1, 2, 3, 4]}]}"));

        assertThatThrownBy(() -> routes.passages(ITEM))
                .rootCause()
                .isInstanceOf(EmbeddingFailed.class)
                .hasMessageContaining("1 vectors for 2 texts");
        assertThat(missing.kept.get()).isNull();
    }

    /** Stands for {@link PassageVectors}, whose database has pgvector. */
    public static final class Missing {

        private final AtomicReference<Vectors> kept = new AtomicReference<>();
        private Texts texts;

        public Texts next(WorkItem item) {
            return texts;
        }

        public void keep(Exchange exchange) {
            kept.set(exchange.getMessage().getBody(Vectors.class));
        }

        public void failed(Exchange exchange) throws Exception {
            throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        }
    }
}
