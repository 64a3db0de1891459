package io.esimhub.chatbot.knowledge.search;

import io.esimhub.chatbot.knowledge.Passage;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds and ranks passages. */
@Component
class PassageBooks {

    /** Passages that are ranked for one question: all that hold every term come first, then those that hold rare ones. */
    static final int CANDIDATES = 300;

    /**
     * Each term counts by its weight and by where it stands (title, headings and tags, text), what holds more of the question counts
     * more, and terms close together count a little. Of one article only the best passages stay.
     */
    private static final String RANK =
            """
            with candidate as (
                (select c.id, c.document_id, c.search from knowledge.kb_chunks c
                 where c.search @@ ?::tsquery and c.search @@ ?::tsquery and (c.language = ? or c.language like ? || '-%')
                 limit ?)
                union all
                (select c.id, c.document_id, c.search from knowledge.kb_chunks c
                 where c.search @@ ?::tsquery and c.search @@ ?::tsquery and (c.language = ? or c.language like ? || '-%')
                   and not c.search @@ ?::tsquery
                 limit ?)),
            term as materialized (
                select t.query::tsquery as query, t.weight, sum(t.weight) over () as total from unnest(?::text[], ?::float8[]) as t (query, weight)),
            scored as (
                select c.id, c.document_id,
                       sum(t.weight * ts_rank('{0.25, 0.25, 0.6, 1.0}', c.search, t.query)) / max(t.total) as held,
                       coalesce(sum(t.weight) filter (where c.search @@ t.query), 0) / max(t.total) as covered
                from candidate c cross join term t
                group by c.id, c.document_id),
            placed as (
                select id, document_id, held * (0.3 + covered) as score,
                       row_number() over (partition by document_id order by held * (0.3 + covered) desc, id) as place
                from scored)
            select id, document_id, score from placed where place <= ? order by score desc, id limit ?""";

    /** Text between the two marks was found; they are characters that no article holds. */
    private static final String LOAD =
            """
            select c.id, c.document_id, c.title, c.heading_path, c.body, c.language, c.source, c.updated_at, w.score,
                   ts_headline(knowledge.dictionary(c.language), c.body, w.marked::tsquery,
                       'StartSel=' || chr(57344) || ', StopSel=' || chr(57345)
                       || ', MaxFragments=2, MaxWords=40, MinWords=15, FragmentDelimiter=" … "') as headline
            from unnest(?::text[], ?::float8[], ?::text[]) with ordinality as w (id, score, marked, place)
            join knowledge.kb_chunks c on c.id = w.id
            order by w.place""";

    private final JdbcTemplate jdbc;

    PassageBooks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param phrase that must stand in the passage; empty: none
     * @param language without a region
     * @param perDocument most passages of one article
     */
    List<Ranked> rank(Terms terms, String phrase, String language, int perDocument, int limit) {
        String rare = terms.rare(CANDIDATES);
        return jdbc.query(
                RANK,
                (row, number) -> new Ranked(
                        row.getString("id"), row.getString("document_id"), row.getDouble("score"), terms.any()),
                terms.all(),
                phrase.isEmpty() ? terms.all() : phrase,
                language,
                language,
                terms.terms().size() == 1 ? CANDIDATES : CANDIDATES / 2,
                rare,
                phrase.isEmpty() ? rare : phrase,
                language,
                language,
                terms.all(),
                // with one term there is nothing that holds a part of them
                terms.terms().size() == 1 ? 0 : CANDIDATES,
                terms.terms().stream().map(Term::query).toArray(String[]::new),
                terms.terms().stream().map(Term::weight).toArray(Double[]::new),
                perDocument,
                limit);
    }

    /** In the same order. */
    List<Passage> load(List<Ranked> ranked) {
        return jdbc.query(
                LOAD,
                (row, number) -> passage(row),
                ranked.stream().map(Ranked::id).toArray(String[]::new),
                ranked.stream().map(Ranked::score).toArray(Double[]::new),
                ranked.stream().map(Ranked::marked).toArray(String[]::new));
    }

    private static Passage passage(ResultSet row) throws SQLException {
        Array headings = row.getArray("heading_path");
        return new Passage(
                row.getString("id"),
                row.getString("document_id"),
                row.getString("title"),
                List.of((String[]) headings.getArray()),
                row.getString("body"),
                Excerpt.html(row.getString("headline")),
                row.getString("language"),
                row.getString("source"),
                row.getTimestamp("updated_at").toInstant(),
                Math.round(row.getDouble("score") * 10_000) / 10_000.0);
    }
}
