package io.esimhub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(FreshDatabase.class)
class TestDatabasesTest {

    @Test
    void everyDatabaseHasTheSchemaAndSharesNothingWithAnother(TestDatabase one) {
        try (TestDatabase other = TestDatabases.create()) {
            one.jdbc().sql("create table only_here (id int)").update();

            assertThat(environmentOf(one)).isEqualTo("local").isEqualTo(environmentOf(other));
            assertThat(exists(one, "only_here")).isTrue();
            assertThat(exists(other, "only_here")).isFalse();
        }
    }

    @Test
    void aTestClassWorksInOneDatabaseHoweverItAsksForIt(TestDatabase database, DataSource dataSource, JdbcClient jdbc) {
        String name = jdbc.sql("select current_database()").query(String.class).single();

        assertThat(database.jdbcUrl()).endsWith("/" + name);
        assertThat(dataSource).isSameAs(database.dataSource());
    }

    private static String environmentOf(TestDatabase database) {
        return database.jdbc()
                .sql("select name from operations.environment")
                .query(String.class)
                .single();
    }

    private static boolean exists(TestDatabase database, String table) {
        return database.jdbc()
                .sql("select to_regclass(:table) is not null")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }
}
