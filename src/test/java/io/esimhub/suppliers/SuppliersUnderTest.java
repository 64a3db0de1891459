package io.esimhub.suppliers;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.esimhub.model.Money;
import io.esimhub.operations.HubSettings;
import io.esimhub.operations.work.Lanes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The suppliers' routes alone, and one server that plays all suppliers. */
public final class SuppliersUnderTest implements AutoCloseable {

    public static final String API_KEY = "k3y-of-a-test-account";
    public static final String ACCESS_CODE = "acc3ss-code-of-a-test";
    public static final String SECRET_KEY = "s3cret-key-of-a-test";

    public static final String CLIENT_SECRET = "cl1ent-secret-of-a-test";
    public static final String TOKEN = "a-t0ken-of-a-test";

    private static final String TOKEN_PATH = "/airalo/token";

    private final Arrivals arrivals = new Arrivals();
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().extensions(arrivals));
    private final ConfigurableApplicationContext context;
    private final ProducerTemplate camel;

    /** @param more settings as {@code key=value}, over those of the test */
    public SuppliersUnderTest(String... more) {
        server.start();
        letIn();
        context = new SpringApplicationBuilder(Suppliers.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .run(merged(settings(), more));
        camel = context.getBean(ProducerTemplate.class);
    }

    public WireMockServer server() {
        return server;
    }

    /** Requests that came since the last {@link #forget}, but for those for a token. */
    public List<LoggedRequest> arrivals() {
        return arrivals.requests().stream()
                .filter(request -> !request.getUrl().equals(TOKEN_PATH))
                .toList();
    }

    public List<LoggedRequest> tokenRequests() {
        return arrivals.requests().stream()
                .filter(request -> request.getUrl().equals(TOKEN_PATH))
                .toList();
    }

    public void forget() {
        server.resetAll();
        letIn();
        arrivals.requests().clear();
    }

    public void later(Duration time) {
        context.getBean(TestClock.class).ahead.updateAndGet(time::plus);
    }

    public CallbackReader callbackReader(String supplier) {
        return context.getBeansOfType(CallbackReader.class).values().stream()
                .filter(reader -> reader.code().equals(supplier))
                .findFirst()
                .orElseThrow();
    }

    public SupplierAnswer place(String supplier, String sku, int quantity) {
        return ask("place-" + supplier, order(sku, quantity), SupplierAnswer.class);
    }

    public <T> T ask(String route, Object body, Class<T> answer) {
        return camel.requestBodyAndHeaders("direct:" + route, body, Map.of("X-Stray", "must not leave"), answer);
    }

    /** What is left in the message's headers after a route. */
    public Map<String, Object> headersAfter(String route, Object body) {
        return camel.request(
                        "direct:" + route, exchange -> exchange.getMessage().setBody(body))
                .getMessage()
                .getHeaders();
    }

    public static SupplierOrderRequest order(String sku, int quantity) {
        return new SupplierOrderRequest("3f2b9c1d-0000-4000-8000-0123456789ab", sku, quantity, Money.of("1.80", "USD"));
    }

    @Override
    public void close() {
        context.close();
        server.stop();
    }

    /** Airalo's token, whatever else a test makes of the server. */
    private void letIn() {
        server.stubFor(post(TOKEN_PATH)
                .atPriority(1)
                .willReturn(okJson("{\"data\":{\"token_type\":\"Bearer\",\"expires_in\":31622400,\"access_token\":\""
                        + TOKEN + "\"},\"meta\":{\"message\":\"success\"}}")));
    }

    private static String[] merged(String[] settings, String[] more) {
        Map<String, String> byName = new LinkedHashMap<>();
        Stream.of(settings, more)
                .flatMap(Stream::of)
                .forEach(setting -> byName.put(setting.substring(0, setting.indexOf('=')), setting));
        return byName.values().stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    private String[] settings() {
        return new String[] {
            "spring.config.location=optional:classpath:none/",
            "spring.main.log-startup-info=false",
            "camel.main.jmx-enabled=false",
            "camel.main.routes-include-pattern=file:routes/suppliers/*.yaml",
            "camel.main.routes-exclude-pattern=**/*stock*",
            "camel.main.shutdown-timeout=1",
            "camel.main.stream-caching-enabled=true",
            "hub.suppliers.esim-go.base-url=" + server.baseUrl() + "/v2.4",
            "hub.suppliers.esim-go.api-key=" + API_KEY,
            "hub.suppliers.redteago.base-url=" + server.baseUrl() + "/redteago",
            "hub.suppliers.redteago.access-code=" + ACCESS_CODE,
            "hub.suppliers.redteago.secret-key=" + SECRET_KEY,
            "hub.suppliers.airalo.base-url=" + server.baseUrl() + "/airalo",
            "hub.suppliers.airalo.client-id=client-of-a-test",
            "hub.suppliers.airalo.client-secret=" + CLIENT_SECRET,
            "hub.public-url=https://hub.example.com",
        };
    }

    /** Without the gate and our own stock, which need a database. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({JacksonAutoConfiguration.class, CamelAutoConfiguration.class})
    @EnableConfigurationProperties({SuppliersProperties.class, HubSettings.class})
    @ComponentScan(
            basePackages = {"io.esimhub.suppliers", "io.esimhub.operations.http"},
            excludeFilters = {
                @Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {
                            SupplierGate.class,
                            SupplierStatus.class,
                            SupplierAccounts.class,
                            AccountMeters.class,
                            SupplierMeters.class
                        }),
                @Filter(type = FilterType.REGEX, pattern = "io\\.esimhub\\.suppliers\\.stock\\..*")
            })
    static class Suppliers {
        @Bean
        Lanes lanes() {
            return new Lanes();
        }

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }

    /** The real time, and what a test adds to it. */
    private static final class TestClock extends Clock {

        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
