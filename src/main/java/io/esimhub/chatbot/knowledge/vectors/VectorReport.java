package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.Embedding;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.vectors.EndpointTrouble.Failure;
import io.esimhub.chatbot.knowledge.vectors.VectorBooks.Counts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/ops/knowledge/vectors}. */
@Component("vectorReport")
public class VectorReport {

    private final Embedding embedding;
    private final VectorTable table;
    private final VectorBooks books;
    private final EndpointTrouble trouble;

    VectorReport(KnowledgeProperties properties, VectorTable table, VectorBooks books, EndpointTrouble trouble) {
        this.embedding = properties.embedding();
        this.table = table;
        this.books = books;
        this.trouble = trouble;
    }

    public Map<String, Object> report() {
        if (!embedding.on()) {
            return Map.of("state", "OFF");
        }
        Map<String, Object> report = new LinkedHashMap<>();
        boolean there = table.there();
        report.put("state", there ? "ON" : "WITHOUT_PGVECTOR");
        report.put("model", embedding.model());
        report.put("dimensions", embedding.dimensions());
        if (there) {
            Counts counts = books.count();
            report.put("passages", counts.passages());
            report.put("withVector", counts.embedded());
            report.put("refused", counts.refused());
        }
        Failure failure = trouble.last();
        if (failure != null) {
            report.put("lastFailure", Map.of("at", failure.at(), "what", failure.what()));
        }
        return report;
    }
}
