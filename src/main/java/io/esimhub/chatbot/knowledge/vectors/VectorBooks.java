package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.Embedding;
import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which vector belongs to which passage. A passage that is written anew loses its vector with its row. */
@Component
class VectorBooks {

    /** What is asked for in its own words: an article's title and headings say what a passage is about. */
    private static final String MISSING =
            """
            select c.id, concat_ws(E'\\n', c.title, nullif(array_to_string(c.heading_path, ' / '), ''), c.body) as text
            from knowledge.kb_chunks c
            where not exists (select from knowledge.kb_embeddings e where e.chunk_id = c.id and e.model = ?)
            order by c.id
            limit ?""";

    /** A passage that has changed or gone while it was asked for is left alone. */
    private static final String KEEP =
            """
            insert into knowledge.kb_embeddings (chunk_id, model, language, embedding)
            select c.id, ?, split_part(c.language, '-', 1), v.embedding::vector
            from unnest(?::text[], ?::text[], ?::text[]) as v (id, text, embedding)
            join knowledge.kb_chunks c on c.id = v.id
                and concat_ws(E'\\n', c.title, nullif(array_to_string(c.heading_path, ' / '), ''), c.body) = v.text
            for share of c
            on conflict (chunk_id) do update set model = excluded.model, language = excluded.language, embedding = excluded.embedding""";

    private static final String NEAREST =
            """
            select n.chunk_id, c.document_id, n.distance
            from (
                select e.chunk_id, e.embedding <=> ?::vector as distance
                from knowledge.kb_embeddings e
                where e.model = ? and (?::text is null or e.language = ?)
                order by e.embedding <=> ?::vector
                limit ?) n
            join knowledge.kb_chunks c on c.id = n.chunk_id
            where n.distance <= ?
            order by n.distance, n.chunk_id""";

    private static final String COUNT =
            """
            select (select count(*) from knowledge.kb_chunks) as passages,
                   (select count(*) from knowledge.kb_embeddings where model = ?) as embedded""";

    private final Embedding embedding;
    private final JdbcTemplate jdbc;

    VectorBooks(KnowledgeProperties properties, JdbcTemplate jdbc) {
        this.embedding = properties.embedding();
        this.jdbc = jdbc;
    }

    /** Passages without a vector of the model, a batch at most. */
    Texts missing() {
        List<String> ids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        jdbc.query(
                MISSING,
                row -> {
                    ids.add(row.getString("id"));
                    texts.add(row.getString("text"));
                },
                embedding.model(),
                embedding.batch());
        return new Texts(List.copyOf(ids), List.copyOf(texts));
    }

    /** @return how many were kept */
    int keep(Vectors vectors) {
        return jdbc.update(
                KEEP,
                embedding.model(),
                vectors.of().passages().toArray(String[]::new),
                vectors.of().texts().toArray(String[]::new),
                vectors.vectors().toArray(String[]::new));
    }

    /** @param language without a region; null: any */
    List<Near> nearest(String vector, String language, int limit) {
        return jdbc.query(
                NEAREST,
                (row, number) -> new Near(row.getString("chunk_id"), row.getString("document_id")),
                vector,
                embedding.model(),
                language,
                language,
                vector,
                limit,
                1 - embedding.leastSimilarity());
    }

    Counts count() {
        return jdbc.queryForObject(
                COUNT,
                (row, number) -> new Counts(row.getLong("passages"), row.getLong("embedded")),
                embedding.model());
    }

    record Counts(long passages, long embedded) {}
}
