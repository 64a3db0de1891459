package io.esimhub.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One database of {@link TestDatabases}; closing it drops it. */
public final class TestDatabase implements AutoCloseable {

    /** The owner of every test database; the server asks for no password. */
    public static final String USER = "esimhub";

    private final String name;
    private final String jdbcUrl;
    private final TestServer server;
    private HikariDataSource pool;

    TestDatabase(String name, String jdbcUrl, TestServer server) {
        this.name = name;
        this.jdbcUrl = jdbcUrl;
        this.server = server;
    }

    String name() {
        return name;
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** A pool of up to 20 connections, opened when first asked for. */
    public synchronized HikariDataSource dataSource() {
        if (pool == null) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(jdbcUrl);
            config.setUsername(USER);
            config.setMaximumPoolSize(20);
            config.setMinimumIdle(0);
            pool = new HikariDataSource(config);
        }
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** Makes a Spring context of a test use this database: call it from a {@code @DynamicPropertySource} method. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> jdbcUrl);
        registry.add("spring.datasource.username", () -> USER);
        registry.add("spring.datasource.hikari.minimum-idle", () -> 0);
        registry.add("hub.database.require-durability", () -> false);
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        server.drop(name);
    }
}
