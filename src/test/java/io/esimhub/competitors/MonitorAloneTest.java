package io.esimhub.competitors;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.EsimHub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

class MonitorAloneTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    /** Tests' own configurations lie in the packages that are scanned. */
    static class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) {
            return type.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }

    /** In a profile of its own, so that no other test's scan finds it. */
    @Configuration(proxyBeanMethods = false)
    @Profile("hanging-competitor")
    static class HangingCompetitor {

        @Bean
        @Primary
        Collector hanging() {
            return competitor -> {
                try {
                    new CountDownLatch(1).await();
                    return null;
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                }
            };
        }
    }

    @Test
    void theMonitorRunsWithoutADatabaseAndStopsAtOnce() throws Exception {
        SpringApplication process = new SpringApplicationBuilder(EsimHub.class, HangingCompetitor.class)
                .profiles("competitors", "hanging-competitor")
                .initializers(context -> context.getBeanFactory().registerSingleton("noTests", new WithoutTests()))
                .build();
        ConfigurableApplicationContext context = process.run(
                "--server.port=0",
                "--camel.main.name=monitor-alone",
                "--hub.data-dir=" + folder,
                "--hub.competitors.shops.bargain.cron=0 0 0 1 1 ? 2099",
                "--hub.competitors.shops.bargain.sources[0].type=json",
                "--hub.competitors.shops.bargain.sources[0].url=http://127.0.0.1:1/plans",
                "--hub.competitors.shops.bargain.sources[0].items=$.plans[*]",
                "--hub.competitors.shops.bargain.sources[0].fields.id=$.id",
                "--hub.competitors.shops.bargain.sources[0].fields.price=$.price",
                "--hub.competitors.contact=test@example.com",
                "--spring.main.banner-mode=off");
        long stopping;
        try {
            assertThat(context.getBeanNamesForType(DataSource.class)).isEmpty();
            assertThat(context.getBeanNamesForType(Scheduler.class)).isEmpty();
            String port = context.getEnvironment().getProperty("local.server.port");
            Awaitility.await().untilAsserted(() -> assertThat(
                            get(port, "/api/v1/ops/competitors", true).body())
                    .contains("\"state\":\"UP\"", "\"next\":\"2099-01-01T00:00:00Z\""));
            assertThat(context.getBean(CamelContext.class).getRoutes())
                    .extracting(Route::getGroup)
                    .contains("competitors")
                    .doesNotContain("orders", "channels");
            assertThat(get(port, "/api/v1/ops/competitors", false).statusCode()).isEqualTo(401);
            assertThat(get(port, "/api/v1/ops/orders", true).statusCode()).isEqualTo(404);
            assertThat(get(port, "/actuator/health/readiness", false).body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(port, "/api/v1/ops/competitors/nobody/runs", true).body())
                    .contains("no-such-competitor");
            assertThat(post(port, "/api/v1/ops/competitors/bargain/run").statusCode())
                    .isEqualTo(202);
            assertThat(post(port, "/api/v1/ops/competitors/bargain/run").statusCode())
                    .isEqualTo(409);
        } finally {
            stopping = System.nanoTime();
            context.close();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - stopping)).isLessThan(Duration.ofSeconds(10));
        assertThat(folder.resolve("competitors/monitor.db")).exists();
    }

    private HttpResponse<String> get(String port, String path, boolean login) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)), login);
    }

    private HttpResponse<String> post(String port, String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .POST(HttpRequest.BodyPublishers.noBody()),
                true);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, boolean login)
            throws IOException, InterruptedException {
        if (login) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes(StandardCharsets.UTF_8)));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
