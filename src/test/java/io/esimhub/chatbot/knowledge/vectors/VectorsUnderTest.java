package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.operations.work.WorkDesk;
import io.esimhub.operations.work.WorkItem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Vectors over a database and an endpoint, without the rest of the hub: what the work queue would run is run by {@link #embed}. */
public final class VectorsUnderTest implements AutoCloseable {

    private static final String QUEUE = "embed-passages";

    private final JdbcTemplate jdbc;
    private final VectorTable table;
    private final VectorBooks books;
    private final NearestPassages nearest;
    private final PassageVectors passages;
    private final VectorReport report;
    private final EmbeddingRoutes routes;

    public VectorsUnderTest(DataSource database, KnowledgeProperties properties, Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        EndpointTrouble trouble = new EndpointTrouble(clock);
        this.table = new VectorTable(properties, jdbc, transactions);
        this.books = new VectorBooks(properties, table, jdbc, clock);
        this.passages = new PassageVectors(properties, table, books, trouble, WorkDesk.of(jdbc, clock), transactions);
        this.routes = new EmbeddingRoutes(properties, passages, trouble);
        this.nearest = new NearestPassages(
                properties,
                table,
                new VectorSearch(properties, table, jdbc, transactions),
                trouble,
                routes.camel(),
                clock);
        this.report = new VectorReport(properties, table, books, trouble);
    }

    /** Item after item, until none is left. */
    public void embed() {
        passages.wanted();
        for (List<WorkItem> items = waiting(); !items.isEmpty(); items = waiting()) {
            run(items.get(0));
        }
    }

    /** As the work queue does: the item stays until it is done. */
    public void run(WorkItem item) {
        routes.passages(item);
        WorkDesk.done(jdbc, item);
    }

    public List<WorkItem> waiting() {
        return WorkDesk.waiting(jdbc, QUEUE);
    }

    public PassageVectors passages() {
        return passages;
    }

    public NearestPassages nearest() {
        return nearest;
    }

    public Map<String, Object> report() {
        return report.report();
    }

    @Override
    public void close() {
        routes.close();
    }
}
