package io.esimhub.operations.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing is migrated before the guards have looked at the database. */
record GuardedMigration(DurabilityGuard durability, EnvironmentGuard environment) implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        DataSource dataSource = flyway.getConfiguration().getDataSource();
        refuseIfUnreachable(dataSource);
        JdbcClient database = JdbcClient.create(dataSource);
        durability.check(database);
        environment.check(database);
        flyway.migrate();
        // another process may have been first with an empty database
        environment.require(database);
    }

    private static void refuseIfUnreachable(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            connection.isValid(1);
        } catch (SQLException | RuntimeException e) {
            throw new StartRefused(
                    "The database cannot be reached: " + rootOf(e).getMessage(),
                    "Check spring.datasource.url, username and password, and that the server runs.",
                    e);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
