package io.esimhub.chatbot.knowledge.search;

import io.esimhub.chatbot.knowledge.search.Looked.Near;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the database knows of words. */
@Component
class WordBooks {

    /** Whether the server has pg_trgm, in a schema that this user looks into. */
    private static final String TRIGRAMS = "select to_regprocedure('similarity(text, text)') is not null";

    private static final String CHUNKS =
            "select coalesce((select chunks from knowledge.kb_words where language = ? and word = ''), 0)";

    /** The largest first; more of them would make a question that names none too dear. */
    private static final String LANGUAGES =
            "select language from knowledge.kb_words where word = '' order by chunks desc, language limit 5";

    /** Neighbours that were swapped are the commonest slip, and the one that trigrams see worst. */
    private static final String NEAR =
            """
            cross join lateral (
                select g.size = 1 and held.chunks is null and length(g.text) between 4 and 30 and g.text !~ '[0-9]' as unknown) asked
            cross join lateral (
                select array_agg(left(g.text, n - 1) || substr(g.text, n + 1, 1) || substr(g.text, n, 1) || substr(g.text, n + 2)) as words
                from generate_series(1, length(g.text) - 1) n where asked.unknown) swapped
            left join lateral (
                select array_agg(n.word order by n.likeness desc, n.chunks desc) as words,
                       array_agg(phraseto_tsquery(d.config, n.word)::text order by n.likeness desc, n.chunks desc) as queries,
                       array_agg(n.chunks order by n.likeness desc, n.chunks desc) as chunks
                from (
                    select * from (
                    (select w.word, w.chunks, 1::real as likeness from knowledge.kb_words w
                     where w.language = ? and w.word = any(swapped.words) and w.stem <> '' and asked.unknown order by w.chunks desc limit 2)
                    %s) alike
                    order by likeness desc, chunks desc limit 2) n
                where asked.unknown) near on true""";

    /**
     * Among words that begin with the same letter, or with one that sounds like it: an index finds those, while one of trigrams is not used for so
     * few words, and comparing all takes too long.
     */
    private static final String BY_TRIGRAMS =
            """
            union all
            (select w.word, w.chunks, similarity(w.word, g.text) from knowledge.kb_words w
             where w.language = ? and asked.unknown
               and left(w.word, 1) in (left(g.text, 1), translate(left(g.text, 1), 'fpkciesz', 'pfckeizs'))
               and length(w.word) between length(g.text) - 2 and length(g.text) + 2
               and similarity(w.word, g.text) >= 0.3 and w.stem <> ''
             order by similarity(w.word, g.text) desc, w.chunks desc limit 2)""";

    private static final String LOOK =
            """
            select g.from_word, g.size, g.text, phraseto_tsquery(d.config, g.text)::text as query, held.chunks,
                   beginning.words as b_words, beginning.queries as b_queries, beginning.chunks as b_chunks,
                   near.words as n_words, near.queries as n_queries, near.chunks as n_chunks
            from unnest(?::int[], ?::int[], ?::text[]) as g (from_word, size, text)
            cross join (select knowledge.dictionary(?) as config) d
            left join lateral (
                select sum(w.chunks) as chunks from knowledge.kb_words w
                where g.size = 1 and w.language = ? and w.stem = any(tsvector_to_array(to_tsvector(d.config, g.text)))) held on true
            left join lateral (
                select array_agg(b.word order by b.chunks desc) as words,
                       array_agg(phraseto_tsquery(d.config, b.word)::text order by b.chunks desc) as queries,
                       array_agg(b.chunks order by b.chunks desc) as chunks
                from (
                    select w.word, w.chunks from knowledge.kb_words w
                    where w.language = ? and w.word ~>=~ ? and w.word ~<~ (? || chr(1114111)) and w.stem <> ''
                      and g.size = 1 and g.from_word = ? and held.chunks is null and length(g.text) > 2
                    order by w.chunks desc limit 5) b) beginning on true
            """;

    private static final String STEMS =
            "select phraseto_tsquery(knowledge.dictionary(?), p)::text from unnest(?::text[]) with ordinality as u (p, n) order by n";

    private final JdbcTemplate jdbc;
    private volatile Boolean trigrams;

    WordBooks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In which there are articles, without regions. */
    List<String> languages() {
        return jdbc.queryForList(LANGUAGES, String.class);
    }

    long chunks(String language) {
        return jdbc.queryForObject(CHUNKS, Long.class, language);
    }

    List<Looked> look(Words words, String language) {
        List<Words.Gram> grams = words.grams(Synonyms.LONGEST);
        String last = words.words().get(words.words().size() - 1);
        List<Object> arguments = new ArrayList<>(List.of(
                grams.stream().map(Words.Gram::from).toArray(Integer[]::new),
                grams.stream().map(Words.Gram::size).toArray(Integer[]::new),
                grams.stream().map(Words.Gram::text).toArray(String[]::new),
                language,
                language,
                language,
                last,
                last,
                words.words().size() - 1,
                language));
        if (trigrams()) {
            arguments.add(language);
        }
        return jdbc.query(LOOK + near(), (row, number) -> looked(row), arguments.toArray());
    }

    /** Phrases as queries of their stems, in the same order. */
    List<String> stems(List<String> phrases, String language) {
        return jdbc.queryForList(STEMS, String.class, language, phrases.toArray(String[]::new));
    }

    /** Asked once: an extension that comes later is used from the next start on. */
    private boolean trigrams() {
        if (trigrams == null) {
            trigrams = jdbc.queryForObject(TRIGRAMS, Boolean.class);
        }
        return trigrams;
    }

    private String near() {
        return NEAR.replace("%s", trigrams() ? BY_TRIGRAMS : "");
    }

    private static Looked looked(ResultSet row) throws SQLException {
        return new Looked(
                new Words.Gram(row.getInt("from_word"), row.getInt("size"), row.getString("text")),
                row.getString("query"),
                row.getLong("chunks"),
                near(row, "b_"),
                near(row, "n_"));
    }

    private static List<Near> near(ResultSet row, String prefix) throws SQLException {
        Array words = row.getArray(prefix + "words");
        if (words == null) {
            return List.of();
        }
        String[] word = (String[]) words.getArray();
        String[] query = (String[]) row.getArray(prefix + "queries").getArray();
        Integer[] chunks = (Integer[]) row.getArray(prefix + "chunks").getArray();
        List<Near> near = new ArrayList<>();
        for (int n = 0; n < word.length; n++) {
            if (!query[n].isEmpty()) {
                near.add(new Near(word[n], query[n], chunks[n]));
            }
        }
        return near;
    }
}
