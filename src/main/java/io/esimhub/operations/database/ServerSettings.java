package io.esimhub.operations.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the hub's own PostgreSQL is run: durable first, then fit for a machine with two cores and little memory. */
final class ServerSettings {

    private ServerSettings() {}

    /** The embedded server is made for tests and starts with {@code -F} and {@code synchronous_commit=off}; these win. */
    static void applyTo(EmbeddedPostgres.Builder server) {
        all().forEach(server::setServerConfig);
        server.setLocaleConfig("locale", "C");
        // the same order of texts on every machine, whatever its operating system believes
        server.setLocaleConfig("locale-provider", "builtin");
        server.setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    private static Map<String, String> all() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.putAll(durability());
        settings.putAll(access());
        settings.putAll(performance());
        settings.putAll(log());
        return settings;
    }

    private static Map<String, String> durability() {
        return Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
    }

    private static Map<String, String> access() {
        return Map.of(
                "listen_addresses", "localhost",
                "unix_socket_directories", "",
                "max_connections", "100",
                // a transaction that was forgotten would keep rows locked and dead rows uncollected
                "idle_in_transaction_session_timeout", "5min",
                // a query whose client died with its process ends soon
                "client_connection_check_interval", "5s");
    }

    private static Map<String, String> performance() {
        return Map.of(
                "shared_buffers", "128MB",
                "effective_cache_size", "512MB",
                // fewer full page images: the largest cost of writing under load
                "max_wal_size", "2GB",
                "checkpoint_timeout", "15min",
                "checkpoint_completion_target", "0.9",
                "random_page_cost", "1.1",
                "jit", "off",
                // queue tables turn over their rows all the time
                "autovacuum", "on",
                "autovacuum_naptime", "15s");
    }

    /** Neither statements nor the values of a violated constraint: they are customers' data. */
    private static Map<String, String> log() {
        return Map.of("log_min_error_statement", "panic", "log_error_verbosity", "terse", "log_checkpoints", "off");
    }
}
