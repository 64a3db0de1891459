package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.Embedding;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which vector belongs to which passage. A passage that is written anew loses its vector with its row. */
@Component
class VectorBooks {

    /** A text that was refused is tried again then: models and limits change. */
    private static final Duration REFUSED_FOR = Duration.ofDays(1);

    /** Vectors of another model are not needed any more then; until then a process may still have the former settings. */
    private static final Duration FORMER_MODEL = Duration.ofDays(7);

    /** As ingestion takes it first: rows of passages are not locked in another order than its own. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('knowledge', 0))";

    /** What is asked for: an article's title and headings say what a passage is about. */
    private static final String TEXT =
            "concat_ws(E'\\n', c.title, nullif(array_to_string(c.heading_path, ' / '), ''), c.body)";

    private static final String MISSING =
            """
            select c.id, %2$s as text from knowledge.kb_chunks c
            where not exists (
                select from %1$s e
                where e.chunk_id = c.id and e.model = ? and (e.embedding is not null or e.made_at > ?))
            order by c.id
            limit ?""";

    /** A passage that has changed or gone while it was asked for is left alone; a null vector is a text that was refused. */
    private static final String KEEP =
            """
            insert into %1$s as known (chunk_id, model, language, embedding, made_at)
            select c.id, ?, split_part(c.language, '-', 1), v.embedding::vector, ?
            from unnest(?::text[], ?::text[], ?::text[]) as v (id, text, embedding)
            join knowledge.kb_chunks c on c.id = v.id and %2$s = v.text
            on conflict (chunk_id, model) do update set embedding = excluded.embedding, made_at = excluded.made_at
            where known.embedding is null""";

    private static final String FORGET = "delete from %1$s where model <> ? and made_at < ?";

    private static final String COUNT =
            """
            select (select count(*) from knowledge.kb_chunks) as passages,
                   count(*) filter (where embedding is not null) as embedded,
                   count(*) filter (where embedding is null) as refused
            from %1$s where model = ?""";

    private final Embedding embedding;
    private final VectorTable table;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    VectorBooks(KnowledgeProperties properties, VectorTable table, JdbcTemplate jdbc, Clock clock) {
        this.embedding = properties.embedding();
        this.table = table;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Passages without a vector of the model, in an order that does not change. */
    Texts missing(int most) {
        List<String> ids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        jdbc.query(
                on(MISSING),
                row -> {
                    ids.add(row.getString("id"));
                    texts.add(row.getString("text"));
                },
                embedding.model(),
                before(REFUSED_FOR),
                most);
        return new Texts(List.copyOf(ids), List.copyOf(texts));
    }

    /** In the caller's transaction. @return how many were kept */
    int keep(Vectors vectors) {
        return write(vectors.of(), vectors.vectors().toArray(String[]::new));
    }

    /** In the caller's transaction: these texts have no vector. */
    void refused(Texts texts) {
        write(texts, new String[texts.texts().size()]);
    }

    void forgetFormerModels() {
        jdbc.update(on(FORGET), embedding.model(), before(FORMER_MODEL));
    }

    Counts count() {
        return jdbc.queryForObject(
                on(COUNT),
                (row, number) -> new Counts(row.getLong("passages"), row.getLong("embedded"), row.getLong("refused")),
                embedding.model());
    }

    private int write(Texts texts, String[] vectors) {
        jdbc.execute(LOCK);
        return jdbc.update(
                on(KEEP),
                embedding.model(),
                Timestamp.from(clock.instant()),
                texts.passages().toArray(String[]::new),
                texts.texts().toArray(String[]::new),
                vectors);
    }

    private Timestamp before(Duration age) {
        return Timestamp.from(clock.instant().minus(age));
    }

    private String on(String statement) {
        return statement.formatted(table.name(), TEXT);
    }

    record Counts(long passages, long embedded, long refused) {}
}
