package io.esimhub.chatbot.knowledge.vectors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database that has pgvector, which the embedded PostgreSQL of the other tests has not; everything in it is deleted, so it has to be empty at first. */
public final class Pgvector implements AutoCloseable {

    /** A name that nobody's database has by chance. */
    private static final String MARK = "made_for_tests_of_esim_hub";

    private static final String SOMEBODYS =
            """
            select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                           where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p'))
                and to_regnamespace('%s') is null"""
                    .formatted(MARK);

    private static final String EMPTY =
            """
            do $$
            declare
                old text;
            begin
                for old in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
                    execute format('drop schema %%I cascade', old);
                end loop;
                create schema public;
                create schema %s;
            end
            $$"""
                    .formatted(MARK);

    private final SingleConnectionDataSource connection;

    /** Skips the test if {@code -Dpgvector.url} names no server. */
    public Pgvector() {
        String url = System.getProperty("pgvector.url", "");
        assumeTrue(!url.isBlank(), "skipped: -Dpgvector.url names no server with pgvector");
        connection = new SingleConnectionDataSource(url, true);
        Flyway flyway = Flyway.configure()
                .dataSource(connection)
                .locations("filesystem:src/main/resources/db/migration")
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .placeholders(Map.of("environment", "local"))
                .load();
        try {
            if (jdbc().queryForObject(SOMEBODYS, Boolean.class)) {
                throw new IllegalStateException(
                        "-Dpgvector.url names a database that holds tables; these tests would drop them");
            }
            jdbc().execute(EMPTY);
            flyway.migrate();
        } catch (RuntimeException e) {
            // a server of one connection would let the next test wait for ever
            connection.destroy();
            throw e;
        }
    }

    public SingleConnectionDataSource connection() {
        return connection;
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(connection);
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
