package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.Embedding;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the passages whose vectors are nearest. */
@Component
class VectorSearch {

    /**
     * The index knows neither model nor language, and by itself stops after as many as are wanted: a language of few articles would find none of its own. Looking on is
     * pgvector's from 0.8; before, it may only look at more from the start.
     * A vector of its own makes PostgreSQL load the extension, whose settings are unknown until then.
     */
    private static final String LOOK_ON =
            """
            select case when string_to_array(extversion, '.')::int[] >= '{0,8}'
                then set_config('hnsw.iterative_scan', 'strict_order', true)
                else set_config('hnsw.ef_search', '400', true) end
            from pg_extension where extname = 'vector' and '[1]'::vector is not null""";

    private static final String NEAREST =
            """
            select n.chunk_id, c.document_id
            from (
                select e.chunk_id, e.embedding <=> ?::vector as distance
                from %1$s e
                where e.model = ? and e.embedding is not null%2$s
                order by e.embedding <=> ?::vector
                limit %3$d) n
            join knowledge.kb_chunks c on c.id = n.chunk_id
            where n.distance <= ?
            order by n.distance, n.chunk_id""";

    private final Embedding embedding;
    private final VectorTable table;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    VectorSearch(
            KnowledgeProperties properties, VectorTable table, JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.embedding = properties.embedding();
        this.table = table;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** @param language without a region; null: any */
    List<Near> nearest(String vector, String language, int limit) {
        String statement = NEAREST.formatted(table.name(), language == null ? "" : " and e.language = ?", limit);
        Object[] arguments = language == null
                ? new Object[] {vector, embedding.model(), vector, floor()}
                : new Object[] {vector, embedding.model(), language, vector, floor()};
        return transactions.execute(status -> {
            jdbc.queryForList(LOOK_ON, String.class);
            return jdbc.query(
                    statement,
                    (row, number) -> new Near(row.getString("chunk_id"), row.getString("document_id")),
                    arguments);
        });
    }

    private double floor() {
        return 1 - embedding.leastSimilarity();
    }
}
