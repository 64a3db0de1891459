package io.esimhub.operations.database;

import io.esimhub.operations.HubSettings;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Without {@code spring.datasource.url} the connection pool gets the address of the embedded server. The pool depends on the
 * server through this chain of beans, and everything that uses the database on the pool: the server is stopped last.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseGiven.class)
class EmbeddedServerConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(HubSettings hub, DatabaseSettings settings) {
        return EmbeddedServer.start(hub.dataFolder(), settings);
    }

    @Bean
    JdbcConnectionDetails embeddedServerAddress(EmbeddedServer server) {
        return new EmbeddedServerAddress(server.jdbcUrl());
    }
}
