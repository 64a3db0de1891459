package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Passages that are about the same as a question, in whatever words. */
@Component
public class NearestPassages {

    private static final Logger LOG = LoggerFactory.getLogger(NearestPassages.class);

    private final boolean on;
    private final VectorTable table;
    private final VectorBooks books;
    private final ProducerTemplate camel;
    private volatile boolean ready;

    NearestPassages(KnowledgeProperties properties, VectorTable table, VectorBooks books, ProducerTemplate camel) {
        this.on = properties.embedding().on();
        this.table = table;
        this.books = books;
        this.camel = camel;
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
        if (!on || !ready()) {
            return List.of();
        }
        String vector = camel.requestBody("direct:embed-question", Texts.question(question), String.class);
        if (vector == null) {
            return List.of();
        }
        try {
            return books.nearest(vector, language, limit);
        } catch (DataAccessException e) {
            // another process, with another model, may just have made the table anew; a dead database stops the search
            // by words as well
            LOG.warn("The nearest passages cannot be looked up; words alone have to do", e);
            ready = false;
            return List.of();
        }
    }

    private boolean ready() {
        if (!ready) {
            ready = table.there();
        }
        return ready;
    }
}
