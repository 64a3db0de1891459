package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.operations.http.CallFailed;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What last went wrong with vectors in this process, for the operators. */
@Component
class EndpointTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointTrouble.class);

    private final Clock clock;
    private volatile Failure last;

    EndpointTrouble(Clock clock) {
        this.clock = clock;
    }

    void questionWithoutVector(Throwable why) {
        note(why);
        LOG.warn("A question is answered by words alone: {}", last.what());
    }

    void note(Throwable why) {
        // the messages of drivers and parsers may repeat what they were given; ours do not
        String what = why instanceof EmbeddingFailed || why instanceof CallFailed
                ? why.getMessage()
                : why.getClass().getSimpleName();
        last = new Failure(clock.instant(), what);
    }

    /** Null: nothing since the start. */
    Failure last() {
        return last;
    }

    record Failure(Instant at, String what) {}
}
