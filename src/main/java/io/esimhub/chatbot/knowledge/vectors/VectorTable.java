package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.Embedding;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table of vectors of the model's width. No migration makes it, as its column's type is pgvector's and its width the model's. Tables of other widths are left alone:
 * another process may still have the former settings.
 */
@Component
class VectorTable {

    private static final Logger LOG = LoggerFactory.getLogger(VectorTable.class);

    /** pgvector's limit for an index of type hnsw over its type vector. */
    private static final int MOST_INDEXED = 2000;

    /** Only one process at a time; a key of our own choice. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('knowledge-vectors', 0))";

    /** A new reference to the passages waits for who writes them; nobody else is to wait behind it. */
    private static final String NOT_LONG = "set local lock_timeout = '2s'";

    /** Whether the server has pgvector, in a schema that this user looks into. */
    private static final String TYPE = "select to_regtype('vector') is not null";

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

    /** Without an embedding: the endpoint refuses the passage's text. */
    private static final String TABLE =
            """
            create table %1$s (
                chunk_id  text        not null references knowledge.kb_chunks on delete cascade,
                model     text        not null,
                -- without a region
                language  text        not null,
                embedding vector(%2$d),
                made_at   timestamptz not null,
                primary key (chunk_id, model))""";

    private static final String HNSW = "select exists (select from pg_am where amname = 'hnsw')";

    private static final String NEAREST = "create index on %s using hnsw (embedding vector_cosine_ops)";

    private final int width;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    VectorTable(KnowledgeProperties properties, JdbcTemplate jdbc, TransactionTemplate transactions) {
        Embedding embedding = properties.embedding();
        this.width = embedding.dimensions();
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** With its schema; it holds a number of ours, and nothing from outside. */
    String name() {
        return "knowledge.kb_embeddings_" + width;
    }

    boolean there() {
        return jdbc.queryForObject("select to_regclass(?) is not null", Boolean.class, name());
    }

    /** @return false if the server has no pgvector, or this user may not switch it on */
    boolean prepare() {
        return there() || transactions.execute(status -> make());
    }

    private boolean make() {
        jdbc.execute(NOT_LONG);
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
        jdbc.execute(TABLE.formatted(name(), width));
        if (width <= MOST_INDEXED && jdbc.queryForObject(HNSW, Boolean.class)) {
            jdbc.execute(NEAREST.formatted(name()));
        }
        return true;
    }

    private boolean extension() {
        if (!jdbc.queryForObject(TYPE, Boolean.class)) {
            jdbc.execute(NEW_EXTENSION);
        }
        return jdbc.queryForObject(TYPE, Boolean.class);
    }
}
