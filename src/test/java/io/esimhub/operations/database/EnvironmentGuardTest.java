package io.esimhub.operations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

class EnvironmentGuardTest {

    private TestDatabase database = TestDatabases.createEmpty();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void anEmptyDatabaseIsMarkedForTheEnvironmentThatFindsIt() {
        migrateAs("local");

        EnvironmentMark mark = new EnvironmentGuard("local").require(database.jdbc());
        assertThat(mark.name()).isEqualTo("local");
        assertThat(mark.id()).isNotNull();
    }

    @Test
    void theMarkStaysTheSameOverRestarts() {
        migrateAs("local");
        EnvironmentMark first = new EnvironmentGuard("local").require(database.jdbc());
        migrateAs("local");

        assertThat(new EnvironmentGuard("local").require(database.jdbc())).isEqualTo(first);
    }

    @Test
    void aDatabaseOfProdIsRefusedByAnyOtherEnvironment() {
        migrateAs("prod");

        assertThatThrownBy(() -> migrateAs("local"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The database belongs to environment prod, but this process runs as local.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table customers (id int)",
                "create view everything as select 1",
                "create sequence numbers",
                "create schema shop create table orders (id int)",
                "create function answer() returns int language sql as 'select 42'"
            })
    void aDatabaseThatHoldsSomebodyElsesThingsIsNotTouched(String things) {
        database.jdbc().sql(things).update();

        assertThatThrownBy(() -> migrateAs("local"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not empty")
                .hasMessageContaining("not marked");
        assertThat(exists("operations.environment")).isFalse();
        assertThat(exists("flyway_schema_history")).isFalse();
    }

    @Test
    void aFirstMigrationThatWasInterruptedIsTakenUpAgain() {
        database.jdbc()
                .sql("create table flyway_schema_history (like pg_class)")
                .update();

        assertThatCode(() -> new EnvironmentGuard("local").check(database.jdbc()))
                .doesNotThrowAnyException();
    }

    @Test
    void aDatabaseWhoseMarkWasRemovedIsRefused() {
        migrateAs("local");
        database.jdbc().sql("delete from operations.environment").update();

        assertThatThrownBy(() -> migrateAs("local"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not marked");
    }

    @Test
    void aDatabaseHasOneMarkOnly() {
        migrateAs("local");

        assertThatThrownBy(() -> database.jdbc()
                        .sql("insert into operations.environment (name) values ('prod')")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> database.jdbc()
                        .sql("insert into operations.environment (only_row, name) values (false, 'prod')")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedAsSuch() throws SQLException {
        database.dataSource().close();

        assertThatThrownBy(() -> migrateAs("local"))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The database cannot be reached: ");
    }

    private void migrateAs(String environment) {
        Flyway flyway = Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .placeholders(java.util.Map.of("environment", environment))
                .load();
        new GuardedMigration(new DurabilityGuard(false), new EnvironmentGuard(environment)).migrate(flyway);
    }

    private boolean exists(String table) {
        return database.jdbc()
                .sql("select to_regclass(:table) is not null")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }
}
