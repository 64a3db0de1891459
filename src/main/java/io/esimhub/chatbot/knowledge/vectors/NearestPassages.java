package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Passages that are about the same as a question, in whatever words. */
@Component
public class NearestPassages {

    /** After a failure; as long as the breaker leaves the endpoint alone. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final boolean on;
    private final VectorTable table;
    private final VectorSearch search;
    private final EndpointTrouble trouble;
    private final ProducerTemplate camel;
    private final Clock clock;
    private volatile boolean ready;
    private volatile Instant restingUntil = Instant.MIN;

    NearestPassages(
            KnowledgeProperties properties,
            VectorTable table,
            VectorSearch search,
            EndpointTrouble trouble,
            ProducerTemplate camel,
            Clock clock) {
        this.on = properties.embedding().on();
        this.table = table;
        this.search = search;
        this.trouble = trouble;
        this.camel = camel;
        this.clock = clock;
    }

    /** Whether there is a second opinion at all. */
    public boolean on() {
        return on;
    }

    /**
     * @param language without a region; null: any
     * @return the nearest first, at most {@code limit}; empty if nothing is near enough, and if vectors cannot be had just now
     */
    public List<Near> find(String question, String language, int limit) {
        if (!on || clock.instant().isBefore(restingUntil)) {
            return List.of();
        }
        try {
            return ready() ? nearest(question, language, limit) : List.of();
        } catch (RuntimeException e) {
            // whatever it is, words are still there; and a vector that cannot be looked up is not to be paid for at
            // every question
            trouble.questionWithoutVector(e);
            restingUntil = clock.instant().plus(REST);
            ready = false;
            return List.of();
        }
    }

    private List<Near> nearest(String question, String language, int limit) {
        String vector = camel.requestBody("direct:embed-question", Texts.question(question), String.class);
        return vector == null ? List.of() : search.nearest(vector, language, limit);
    }

    private boolean ready() {
        if (!ready) {
            ready = table.there();
        }
        return ready;
    }
}
