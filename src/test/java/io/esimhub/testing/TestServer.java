package io.esimhub.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One server per JVM, not durable on purpose: nothing of a test has to survive it. */
final class TestServer {

    static final String TEMPLATE = "esimhub_template";

    private final EmbeddedPostgres postgres;

    private TestServer() {
        this.postgres = start();
        superuser().sql("create role esimhub login").update();
        migrate(createFrom("template0", TEMPLATE));
    }

    static TestServer instance() {
        return Started.SERVER;
    }

    TestDatabase createFrom(String template, String name) {
        superuser()
                .sql("create database " + name + " template " + template + " owner esimhub")
                .update();
        return new TestDatabase(name, "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name, this);
    }

    void drop(String name) {
        superuser().sql("drop database if exists " + name + " with (force)").update();
    }

    private void migrate(TestDatabase template) {
        Flyway.configure()
                .dataSource(template.jdbcUrl(), TestDatabase.USER, "")
                .locations("classpath:db/migration")
                .placeholders(Map.of("environment", "local"))
                .load()
                .migrate();
    }

    private JdbcClient superuser() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "400")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("autovacuum", "off")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started by the first test that needs it; its own hook stops it and removes its folder with the JVM. */
    private static final class Started {
        private static final TestServer SERVER = new TestServer();
    }
}
