package io.esimhub.chatbot.knowledge.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.vectors.NoVectors;
import io.esimhub.operations.cases.CaseDesk;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads folders into a test's database, without a context. */
public final class Ingest {

    private Ingest() {}

    public static void folder(DataSource database, KnowledgeProperties properties, Clock clock) {
        ingestion(database, properties, clock).read(new IngestionWish("test", false));
    }

    static KnowledgeIngestion ingestion(DataSource database, KnowledgeProperties properties, Clock clock) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        return new KnowledgeIngestion(
                new ArticleFolder(properties),
                books(database, properties, clock),
                new FolderProblems(jdbc, CaseDesk.of(jdbc, clock), clock),
                NoVectors.passages(),
                properties,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                jdbc,
                clock);
    }

    static ArticleBooks books(DataSource database, KnowledgeProperties properties, Clock clock) {
        return new ArticleBooks(new JdbcTemplate(database), new ObjectMapper(), clock, properties);
    }
}
