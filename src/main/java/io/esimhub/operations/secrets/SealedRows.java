package io.esimhub.operations.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of all {@link SealedColumns}. */
@Component
class SealedRows {

    /** One pass over the table. An index by key would make every order dearer for the sake of a count now and then. */
    private static final String COUNT =
            "select {key}, count(*) from {table} where {key} is not null group by {key} order by {key}";

    /**
     * Locks what nobody else has in hand: another process's batch, or a row that is being changed. The lock leaves inserts alone that
     * refer to the row, so nobody waits for a batch but who changes one of its rows.
     */
    private static final String TAKE =
            """
            select {id}, {cipher}, {key} from {table}
            where {id} > ? and {key} <> ? and {key} = any(?::text[])
            order by {id} limit ? for no key update skip locked""";

    /** Cipher and key change together: whoever reads the row finds the two of one moment. */
    private static final String WRITE =
            """
            update {table} t set {cipher} = sealed.cipher, {key} = ? from unnest(?::bigint[], ?::bytea[]) sealed (id, cipher)
            where t.{id} = sealed.id""";

    private static final String KEY = "select {key} from {table} where {id} = ? and {key} is not null";

    private final JdbcTemplate jdbc;
    private final List<SealedColumns> columns;

    SealedRows(JdbcTemplate jdbc, ObjectProvider<SealedColumns> columns) {
        this.jdbc = jdbc;
        this.columns = columns.stream().toList();
    }

    List<SealedColumns> columns() {
        return columns;
    }

    List<KeyRows> count() {
        List<KeyRows> counts = new ArrayList<>();
        for (SealedColumns each : columns) {
            counts.addAll(jdbc.query(
                    each.sql(COUNT), (row, n) -> new KeyRows(each.name(), row.getString(1), row.getLong(2))));
        }
        return counts;
    }

    /** @param keys the ones that rows can be opened with */
    List<SealedRow> take(SealedColumns from, long after, String activeKey, Collection<String> keys, int batch) {
        return jdbc.query(
                from.sql(TAKE),
                (row, n) -> new SealedRow(row.getLong(1), row.getBytes(2), row.getString(3)),
                after,
                activeKey,
                keys.toArray(String[]::new),
                batch);
    }

    void write(SealedColumns to, String key, List<SealedRow> rows) {
        jdbc.update(
                to.sql(WRITE),
                key,
                rows.stream().map(SealedRow::id).toArray(Long[]::new),
                rows.stream().map(SealedRow::cipher).toArray(byte[][]::new));
    }

    /** @return empty if the row or its secret is gone */
    Optional<String> keyOf(SealedColumns of, long id) {
        return jdbc.queryForList(of.sql(KEY), String.class, id).stream().findFirst();
    }
}
