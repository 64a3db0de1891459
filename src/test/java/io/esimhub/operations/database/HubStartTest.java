package io.esimhub.operations.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.EsimHub;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole hub with nothing given: its own server, its own environment, its own routes. */
class HubStartTest {

    @TempDir
    Path dataFolder;

    @Test
    void withNothingGivenTheHubRunsLocallyOnItsOwnServerAndStopsItLast() {
        AtomicReference<String> lastWords = new AtomicReference<>();
        ConfigurableApplicationContext hub = start();
        try (hub) {
            assertThat(hub.getEnvironment().matchesProfiles("local")).isTrue();
            assertThat(hub.getBean(EnvironmentMark.class).name()).isEqualTo("local");
            assertThat(hub.getBean(ClockSkew.class).tooLarge()).isFalse();
            assertThat(hub.getBean(CamelContext.class).getRouteController().getRouteStatus("measure-clock-skew"))
                    .isEqualTo(ServiceStatus.Started);
            hub.getBean(LastQuery.class).answerTo = lastWords;
        }

        assertThat(lastWords).as("asked while the context was closing").hasValue("still answers");
        assertThat(Postmaster.runningOn(dataFolder.resolve("postgres"))).isEmpty();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EsimHub.class, LastQuery.Configuration.class)
                .run(
                        "--hub.data-dir=" + dataFolder,
                        "--hub.database.binaries-dir=target/postgres-binaries",
                        "--server.port=0");
    }

    /** Stands for everything that writes while the hub is being stopped. */
    static final class LastQuery implements DisposableBean {

        private final JdbcClient database;
        private AtomicReference<String> answerTo;

        LastQuery(JdbcClient database) {
            this.database = database;
        }

        @Override
        public void destroy() {
            answerTo.set(
                    database.sql("select 'still answers'").query(String.class).single());
        }

        static class Configuration {
            @Bean
            LastQuery lastQuery(JdbcClient database) {
                return new LastQuery(database);
            }
        }
    }
}
