package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.operations.work.WorkQueue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives passages their vectors, a batch an item of work: what fails or dies is tried again from there. */
@Component("passageVectors")
public class PassageVectors {

    private static final String QUEUE = "embed-passages";
    private static final Texts NONE = new Texts(List.of(), List.of());

    private final boolean on;
    private final VectorTable table;
    private final VectorBooks books;
    private final WorkQueue work;

    PassageVectors(KnowledgeProperties properties, VectorTable table, VectorBooks books, WorkQueue work) {
        this.on = properties.embedding().on();
        this.table = table;
        this.books = books;
        this.work = work;
    }

    /** Passages may have changed. Joins the caller's transaction. */
    public void wanted() {
        if (on) {
            work.enqueue(QUEUE, QUEUE + ":" + UUID.randomUUID(), "{}", Duration.ZERO);
        }
    }

    /** @return null if none is missing or vectors cannot be had */
    public Texts next() {
        // an item may have outlived the settings that asked for it
        Texts missing = on && table.prepare() ? books.missing() : NONE;
        return missing.texts().isEmpty() ? null : missing;
    }

    /** @throws IllegalStateException nothing could be kept: asking at once for the same again would cost money for nothing */
    @Transactional
    public void keep(Vectors vectors) {
        if (books.keep(vectors) == 0) {
            throw new IllegalStateException("all these passages have changed since they were read");
        }
        wanted();
    }
}
