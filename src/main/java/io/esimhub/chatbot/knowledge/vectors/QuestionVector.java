package io.esimhub.chatbot.knowledge.vectors;

import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What becomes of a question's vector. */
@Component("questionVector")
class QuestionVector {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionVector.class);

    private final Clock clock;
    private volatile Failure last;

    QuestionVector(Clock clock) {
        this.clock = clock;
    }

    public String take(Vectors vectors) {
        return vectors.vectors().get(0);
    }

    /** The endpoint failed, or has failed so often that it is left alone for a while: the search goes on by words. */
    public void none(Exchange exchange) {
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (why != null) {
            last = new Failure(clock.instant(), why.getMessage());
            LOG.warn("A question is answered by words alone: {}", why.getMessage());
        }
        exchange.getMessage().setBody(null);
    }

    /** Null: none since the start. */
    Failure lastFailure() {
        return last;
    }

    record Failure(Instant at, String what) {}
}
