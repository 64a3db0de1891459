package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.Embedding;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.operations.work.WorkQueue;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives passages their vectors, a batch an item of work. An item is named by the first passage that it is for, so however many ask, no
 * passage is asked for twice at a time.
 */
@Component("passageVectors")
public class PassageVectors {

    private static final String QUEUE = "embed-passages";
    private static final String WANTED = ":wanted:";

    private final Embedding embedding;
    private final VectorTable table;
    private final VectorBooks books;
    private final EndpointTrouble trouble;
    private final WorkQueue work;
    private final TransactionTemplate transactions;

    PassageVectors(
            KnowledgeProperties properties,
            VectorTable table,
            VectorBooks books,
            EndpointTrouble trouble,
            WorkQueue work,
            TransactionTemplate transactions) {
        this.embedding = properties.embedding();
        this.table = table;
        this.books = books;
        this.trouble = trouble;
        this.work = work;
        this.transactions = transactions;
    }

    /** Passages may have changed. Joins the caller's transaction. */
    public void wanted() {
        if (embedding.on()) {
            enqueue(WANTED + UUID.randomUUID(), Pace.USUAL);
        }
    }

    /** @return null if none is missing, if vectors cannot be had, or if the item only asks whether any are missing */
    public Texts next(WorkItem item) {
        // an item may have outlived the settings that asked for it
        if (!embedding.on() || !item.key().startsWith(prefix()) || !table.prepare()) {
            return null;
        }
        Pace pace = Pace.of(item.payload());
        if (item.key().contains(WANTED)) {
            more(pace);
            return null;
        }
        Texts missing = books.missing(pace.passages(embedding.batch()));
        return missing.texts().isEmpty() ? null : missing;
    }

    /** @throws IllegalStateException nothing could be kept: asking at once for the same again would cost money for nothing */
    public void keep(Exchange exchange) {
        Vectors vectors = exchange.getMessage().getBody(Vectors.class);
        transactions.executeWithoutResult(status -> {
            if (books.keep(vectors) == 0) {
                throw new IllegalStateException("all these passages have changed since they were read");
            }
            more(pace(exchange).afterSuccess());
        });
    }

    /** A text that the endpoint does not take must not keep the others from it; every other failure is the work queue's. */
    public void failed(Exchange exchange) throws Exception {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        trouble.note(failure);
        Texts asked = exchange.getProperty(Embeddings.ASKED, Texts.class);
        Pace pace = pace(exchange).afterRefusal(asked.texts().size());
        boolean text = failure instanceof EmbeddingFailed refusal && refusal.mayBeForAText();
        if (!text || !pace.believable()) {
            throw failure;
        }
        transactions.executeWithoutResult(status -> {
            if (asked.texts().size() == 1) {
                books.refused(asked);
            }
            more(pace);
        });
    }

    private void more(Pace pace) {
        Texts first = books.missing(1);
        if (first.passages().isEmpty()) {
            books.forgetFormerModels();
        } else {
            enqueue(":" + first.passages().get(0) + (pace.alone() > 0 ? ":alone" : ""), pace);
        }
    }

    private void enqueue(String what, Pace pace) {
        work.enqueue(QUEUE, prefix() + what, pace.payload(), Duration.ZERO);
    }

    /** Another model's items are not this one's. */
    private String prefix() {
        return QUEUE + ":" + embedding.model() + ":" + embedding.dimensions();
    }

    private static Pace pace(Exchange exchange) {
        return Pace.of(exchange.getProperty(WorkExchange.ITEM, WorkItem.class).payload());
    }
}
