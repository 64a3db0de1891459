package io.esimhub.operations.database;

import io.esimhub.operations.HubSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked of a database before and while the hub works on it. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    @Bean
    FlywayMigrationStrategy guardedMigration(HubSettings hub, DatabaseSettings settings) {
        return new GuardedMigration(
                new DurabilityGuard(settings.requireDurability()), new EnvironmentGuard(hub.environment()));
    }

    @Bean
    @DependsOnDatabaseInitialization
    EnvironmentMark environmentMark(HubSettings hub, JdbcClient database) {
        return new EnvironmentGuard(hub.environment()).require(database);
    }

    @Bean(initMethod = "measure")
    ClockSkew clockSkew(JdbcClient database, Clock clock, DatabaseSettings settings) {
        return new ClockSkew(database, clock, settings.maxClockSkew());
    }
}
