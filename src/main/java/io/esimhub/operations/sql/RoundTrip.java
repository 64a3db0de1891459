package io.esimhub.operations.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements that travel together and run one after the other, each with a snapshot of its own: what the second one reads is read
 * after the first one got its lock. The driver sends them as one message (PgJDBC splits at semicolons, prepares each part on its
 * own, and waits once).
 */
public final class RoundTrip {

    private final JdbcTemplate jdbc;
    private final List<Asked<?>> asked = new ArrayList<>();

    public RoundTrip(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return where the rows will be once {@link #go} has ended */
    public <T> Asked<T> ask(Query<T> query) {
        Asked<T> question = new Asked<>(query);
        asked.add(question);
        return question;
    }

    public void go() {
        jdbc.execute(
                together(asked.stream().map(question -> question.query().sql())), (PreparedStatement statement) -> {
                    bind(
                            statement,
                            asked.stream()
                                    .flatMap(question -> question.query().arguments().stream())
                                    .toArray());
                    statement.execute();
                    for (Asked<?> question : asked) {
                        question.read(statement.getResultSet());
                        statement.getMoreResults();
                    }
                    return null;
                });
    }

    static String together(java.util.stream.Stream<String> statements) {
        return statements.collect(Collectors.joining(";\n"));
    }

    static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
        new ArgumentPreparedStatementSetter(arguments).setValues(statement);
    }
}
