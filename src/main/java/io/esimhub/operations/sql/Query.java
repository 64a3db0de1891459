package io.esimhub.operations.sql;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/**
 * A question to the database that may travel with others.
 *
 * @param sql one statement that returns rows, without a semicolon
 * @param arguments of its placeholders, in their order
 */
public record Query<T>(String sql, RowMapper<T> rows, List<Object> arguments) {

    public static <T> Query<T> of(String sql, RowMapper<T> rows, Object... arguments) {
        // unlike List.of, nulls are welcome
        return new Query<>(sql, rows, java.util.Arrays.asList(arguments));
    }
}
