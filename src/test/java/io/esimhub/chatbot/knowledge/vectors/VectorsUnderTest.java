package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.operations.work.WorkDesk;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Vectors over a database and an endpoint, without the rest of the hub: what the work queue would run is run by {@link #embed}. */
public final class VectorsUnderTest implements AutoCloseable {

    private final JdbcTemplate jdbc;
    private final VectorTable table;
    private final VectorBooks books;
    private final KnowledgeProperties properties;
    private final PassageVectors passages;
    private final EmbeddingRoutes routes;

    public VectorsUnderTest(DataSource database, KnowledgeProperties properties) {
        this.jdbc = new JdbcTemplate(database);
        this.properties = properties;
        this.table = new VectorTable(properties, jdbc);
        this.books = new VectorBooks(properties, jdbc);
        this.passages = new PassageVectors(properties, table, books, WorkDesk.of(jdbc, Clock.systemUTC()));
        this.routes = new EmbeddingRoutes(properties, passages);
    }

    /** Batch after batch, until no item asks for another. */
    public void embed() {
        passages.wanted();
        while (waiting() > 0) {
            jdbc.update("delete from operations.work");
            routes.passages();
        }
    }

    public int waiting() {
        return WorkDesk.waiting(jdbc, "embed-passages");
    }

    public PassageVectors passages() {
        return passages;
    }

    public NearestPassages nearest() {
        return new NearestPassages(properties, table, books, routes.camel());
    }

    public java.util.Map<String, Object> report() {
        return new VectorReport(properties, table, books, routes.questions()).report();
    }

    @Override
    public void close() {
        routes.close();
    }
}
