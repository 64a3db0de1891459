package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.Embedding;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of vectors. No migration makes it, as its column's type is pgvector's and its width the model's; all it holds can be asked for again, so another width is
 * another table.
 */
@Component
class VectorTable {

    private static final Logger LOG = LoggerFactory.getLogger(VectorTable.class);

    /** pgvector's limit for an index of type hnsw over its type vector. */
    private static final int MOST_INDEXED = 2000;

    /** Only one process at a time; a key of our own choice. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('knowledge-vectors', 0))";

    /** Whether the server has pgvector, in a schema that this user looks into. */
    private static final String TYPE = "select to_regtype('vector') is not null";

    /** The numbers that the table's vectors have; null if there is no table. */
    private static final String WIDTH =
            """
            select a.atttypmod from pg_attribute a
            where a.attrelid = to_regclass('knowledge.kb_embeddings') and a.attname = 'embedding'""";

    private static final String NEW_EXTENSION =
            """
            do $$
            begin
                create extension if not exists vector;
            exception
                when others then
                    raise notice 'without pgvector passages are not found by their meaning: %', sqlerrm;
            end
            $$""";

    private static final String TABLE =
            """
            create table knowledge.kb_embeddings (
                chunk_id  text primary key references knowledge.kb_chunks on delete cascade,
                model     text not null,
                -- without a region
                language  text not null,
                embedding vector(%d) not null)""";

    private static final String LANGUAGES = "create index embeddings_by_language on knowledge.kb_embeddings (language)";

    private static final String HNSW = "select exists (select from pg_am where amname = 'hnsw')";

    private static final String NEAREST =
            "create index embeddings_by_nearness on knowledge.kb_embeddings using hnsw (embedding vector_cosine_ops)";

    private final Embedding embedding;
    private final JdbcTemplate jdbc;

    VectorTable(KnowledgeProperties properties, JdbcTemplate jdbc) {
        this.embedding = properties.embedding();
        this.jdbc = jdbc;
    }

    /** @return false if the server has no pgvector, or this user may not switch it on */
    @Transactional
    public boolean prepare() {
        jdbc.execute(LOCK);
        if (there()) {
            return true;
        }
        if (!extension()) {
            LOG.warn(
                    "hub.knowledge.embedding is configured, but PostgreSQL has no pgvector that this user may use: \"create extension vector\""
                            + " in the hub's database. Until then questions are answered by words alone.");
            return false;
        }
        jdbc.execute("drop table if exists knowledge.kb_embeddings");
        jdbc.execute(TABLE.formatted(embedding.dimensions()));
        jdbc.execute(LANGUAGES);
        if (embedding.dimensions() <= MOST_INDEXED && jdbc.queryForObject(HNSW, Boolean.class)) {
            jdbc.execute(NEAREST);
        }
        return true;
    }

    boolean there() {
        return jdbc.queryForList(WIDTH, Integer.class).stream()
                .anyMatch(width -> Objects.equals(width, embedding.dimensions()));
    }

    private boolean extension() {
        if (!jdbc.queryForObject(TYPE, Boolean.class)) {
            jdbc.execute(NEW_EXTENSION);
        }
        return jdbc.queryForObject(TYPE, Boolean.class);
    }
}
