package io.esimhub.operations.database;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Embedded servers as the hub starts them; the programs are unpacked once for all tests. */
final class TestServers {

    private TestServers() {}

    static EmbeddedServer start(Path dataFolder) {
        return start(dataFolder, Duration.ofSeconds(60));
    }

    static EmbeddedServer start(Path dataFolder, Duration timeout) {
        String binaries = Path.of("target", "postgres-binaries").toString();
        return EmbeddedServer.start(
                dataFolder, new DatabaseSettings(0, binaries, timeout, true, Duration.ofSeconds(5)));
    }

    /** Connected as the hub connects. */
    static JdbcClient jdbc(EmbeddedServer server) {
        return jdbc(server.jdbcUrl());
    }

    static JdbcClient jdbc(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, HubDatabase.NAME, ""));
    }
}
