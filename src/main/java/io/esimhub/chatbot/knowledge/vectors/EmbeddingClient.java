package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.Embedding;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.operations.http.DeadlineTimer;
import io.esimhub.operations.http.OutboundClient;
import io.esimhub.operations.http.OutboundLimits;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** How the endpoint is asked: the HTTP client {@code #embed-question} hurries, {@code #embed-passages} has time, {@code embedding-breaker} says when it is left alone. */
@Component
class EmbeddingClient implements CamelContextConfiguration {

    private static final int QUESTIONS = 16;
    private static final int BATCHES = 2;

    /** Of a number in an answer; endpoints send up to 20 and a comma. */
    private static final int CHARACTERS = 32;

    private static final int REST_OF_AN_ANSWER = 1 << 16;

    /** In Java, as the unit of the route's own setting is another one from Camel 4.22 on. */
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(10)
            .minimumNumberOfCalls(3)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();

    private final Embedding embedding;
    private final DeadlineTimer timer;

    EmbeddingClient(KnowledgeProperties properties, DeadlineTimer timer) {
        this.embedding = properties.embedding();
        this.timer = timer;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        camel.getRegistry().bind("embed-question", client(embedding.questionTimeout(), QUESTIONS, 1));
        camel.getRegistry().bind("embed-passages", client(embedding.passagesTimeout(), BATCHES, embedding.batch()));
        camel.getRegistry().bind("embedding-breaker", CircuitBreaker.of("embedding", BREAKER));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // nothing is left to do
    }

    private OutboundClient client(Duration timeout, int connections, int vectors) {
        int mostBytes = REST_OF_AN_ANSWER + vectors * embedding.dimensions() * CHARACTERS;
        return new OutboundClient(
                new OutboundLimits(embedding.connectTimeout(), timeout, connections, mostBytes), timer);
    }
}
