package io.esimhub.chatbot.knowledge.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.chatbot.knowledge.articles.Article;
import io.esimhub.chatbot.knowledge.articles.Article.Status;
import io.esimhub.chatbot.knowledge.articles.Chunk;
import io.esimhub.chatbot.knowledge.articles.Chunker;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of articles and passages. All methods join the caller's transaction, who holds {@link #lock}. */
@Component
class ArticleBooks {

    /** One writer at a time; a key of our own choice. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('knowledge', 0))";

    private static final String COUNT_WORDS = "select knowledge.count_words()";

    private static final String KNOWN = "select id, source, hash from knowledge.kb_documents";

    /** A file that changed its id is a change, no second article. */
    private static final String FORMER_ID =
            "delete from knowledge.kb_documents where source = ? and source <> 'api' and id <> ?";

    private static final String DOCUMENT =
            """
            insert into knowledge.kb_documents as known (id, title, language, tags, source, status, written_on, hash, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set title = excluded.title, language = excluded.language, tags = excluded.tags,
                source = excluded.source, status = excluded.status, written_on = excluded.written_on, hash = excluded.hash,
                updated_at = case when known.hash = excluded.hash then known.updated_at else excluded.updated_at end""";

    private static final String CHUNKS = "select id, hash from knowledge.kb_chunks where document_id = ?";

    private static final String REMOVE_CHUNKS = "delete from knowledge.kb_chunks where id = any(?)";

    /** All in one statement, so that their words are counted once. */
    private static final String INSERT_CHUNKS =
            """
            insert into knowledge.kb_chunks (id, document_id, position, title, heading_path, tags, body, language, source, hash, updated_at)
            select c.id, d.id, c.position, d.title, c.headings, d.tags, c.body, d.language, d.source, c.hash, ?
            from knowledge.kb_documents d
            cross join jsonb_to_recordset(?::jsonb) as c (id text, position integer, headings text[], body text, hash text)
            where d.id = ?""";

    /** Passages that stay may have moved, or their file has another name. */
    private static final String MOVE_CHUNKS =
            """
            update knowledge.kb_chunks k set position = c.position, source = ?
            from jsonb_to_recordset(?::jsonb) as c (id text, position integer)
            where k.id = c.id and (k.position <> c.position or k.source <> ?)""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Chunker chunker;

    ArticleBooks(JdbcTemplate jdbc, ObjectMapper json, Clock clock, KnowledgeProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.chunker = new Chunker(properties.chunk().size(), properties.chunk().overlap());
    }

    void lock() {
        jdbc.execute(LOCK);
    }

    List<KnownDocument> known() {
        return jdbc.query(
                KNOWN,
                (row, number) ->
                        new KnownDocument(row.getString("id"), row.getString("source"), row.getString("hash")));
    }

    Optional<KnownDocument> known(String id) {
        return jdbc
                .query(
                        KNOWN + " where id = ?",
                        (row, number) ->
                                new KnownDocument(row.getString("id"), row.getString("source"), row.getString("hash")),
                        id)
                .stream()
                .findFirst();
    }

    /** What {@link KnownDocument#hash} is of an article that is just like this one. */
    String hash(Article article) {
        return Fingerprint.of(article, chunker);
    }

    /** Passages that did not change are not touched, nor is the time of their last change. */
    Written write(Article article, String source, Optional<KnownDocument> before) {
        List<Chunk> chunks = article.status() == Status.DRAFT ? List.of() : chunker.cut(article.sections());
        String hash = hash(article);
        if (before.filter(known -> known.hash().equals(hash) && known.source().equals(source))
                .isPresent()) {
            return new Written(false, false, chunks.size(), 0, 0);
        }
        jdbc.update(FORMER_ID, source, article.id());
        writeDocument(article, source, hash);
        Map<String, String> present = jdbc.query(CHUNKS, ChunkHashes::read, article.id());
        List<ChunkRow> wanted = new ArrayList<>();
        chunks.forEach(chunk -> wanted.add(ChunkRow.of(article, chunk, wanted.size())));
        List<ChunkRow> fresh = wanted.stream()
                .filter(row -> !row.hash().equals(present.get(row.id())))
                .toList();
        List<String> gone = present.keySet().stream()
                .filter(id -> wanted.stream().noneMatch(row -> row.id().equals(id)))
                .toList();
        remove(gone, fresh);
        insert(article.id(), fresh);
        jdbc.update(MOVE_CHUNKS, source, text(wanted), source);
        boolean changed = before.map(known -> !known.hash().equals(hash)).orElse(true);
        return new Written(before.isEmpty(), changed, chunks.size(), fresh.size(), gone.size());
    }

    /** The last step of a transaction: how often each word stands in the base. */
    void countWords() {
        jdbc.queryForList(COUNT_WORDS);
    }

    boolean remove(String document) {
        return jdbc.update("delete from knowledge.kb_documents where id = ?", document) == 1;
    }

    private void writeDocument(Article article, String source, String hash) {
        jdbc.update(
                DOCUMENT,
                article.id(),
                article.title(),
                article.language(),
                article.tags().toArray(String[]::new),
                source,
                article.status() == Status.DRAFT ? "draft" : "published",
                article.writtenOn().orElse(null),
                hash,
                Timestamp.from(clock.instant()));
    }

    private void remove(List<String> gone, List<ChunkRow> fresh) {
        List<String> ids = new ArrayList<>(gone);
        fresh.forEach(row -> ids.add(row.id()));
        if (!ids.isEmpty()) {
            jdbc.update(REMOVE_CHUNKS, (Object) ids.toArray(String[]::new));
        }
    }

    private void insert(String document, List<ChunkRow> fresh) {
        if (!fresh.isEmpty()) {
            jdbc.update(INSERT_CHUNKS, Timestamp.from(clock.instant()), text(fresh), document);
        }
    }

    private String text(List<ChunkRow> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
