package io.esimhub.chatbot.knowledge.ingest;

import io.esimhub.operations.web.Problem;
import io.esimhub.operations.work.WorkQueue;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that the folder is to be read; the work queue does the rest. */
@Component("knowledgeIngestions")
public class KnowledgeIngestions {

    private static final String QUEUE = "ingest-knowledge";

    private final WorkQueue work;

    KnowledgeIngestions(WorkQueue work) {
        this.work = work;
    }

    /** A process has started; its folder may be another one than the last process'. */
    @Transactional
    public void started() {
        enqueue("start", new IngestionWish("start", false));
    }

    /** @param planned the time that was planned: one reading for it, however many processes ask */
    @Transactional
    public void planned(Date planned) {
        enqueue(planned.toInstant().toString(), new IngestionWish("schedule", false));
    }

    /**
     * {@code POST /api/v1/ops/knowledge/ingest?force=}.
     *
     * @param force {@code true}, {@code false} or nothing
     * @throws Problem 400 if it is something else
     */
    @Transactional
    public Map<String, Object> wish(String force, String operator) {
        if (force != null && !force.equals("true") && !force.equals("false")) {
            throw Problem.badParameter("force", "is neither true nor false", "send force=true, or leave it out");
        }
        boolean forced = "true".equals(force);
        enqueue(UUID.randomUUID().toString(), new IngestionWish(operator, forced));
        return Map.of("state", "WAITING", "force", forced);
    }

    private void enqueue(String cause, IngestionWish wish) {
        work.enqueue(QUEUE, QUEUE + ":" + cause, wish.payload(), Duration.ZERO);
    }
}
