package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.competitors.Collected;
import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.MovingTime;
import io.esimhub.competitors.Offer;
import io.esimhub.competitors.RefusedWhy;
import io.esimhub.competitors.collect.SiteCollector;
import io.esimhub.competitors.fetch.PoliteFetcher;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** The settings that the project comes with, at the sandbox's two competitors. */
@ExtendWith(SandboxExtension.class)
class RivalsTest {

    private final RunningSandbox sandbox;
    private final CompetitorProperties settings;

    RivalsTest(RunningSandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        this.settings = settings(sandbox);
    }

    @ParameterizedTest
    @CsvSource({"bargain, 2, 7.11", "nomad, 5, 8.22"})
    void both_shops_are_read_and_a_new_price_is_seen_at_the_next_visit(String shop, int requests, String price)
            throws IOException {
        assertThat(visit(shop)).isInstanceOfSatisfying(Collected.Offers.class, offers -> {
            assertThat(offers.offers()).hasSize(9);
            assertThat(offers.skipped()).isEmpty();
            assertThat(offers.requests()).isEqualTo(requests);
        });

        sandbox.put("/sandbox/competitors/" + shop + "/prices/jp-5gb", "{\"price\": \"" + price + "\"}");

        assertThat(((Collected.Offers) visit(shop)).offers())
                .filteredOn(offer -> offer.externalId().equals("jp-5gb"))
                .singleElement()
                .extracting(Offer::dataMb, Offer::validityDays, offer -> offer.price()
                        .toPlainString())
                .containsExactly(5000L, 30, price);
    }

    @ParameterizedTest
    @CsvSource({"bargain", "nomad"})
    void a_shop_that_looks_different_has_drifted(String shop) throws IOException {
        sandbox.faults("[{'supplier':'" + shop + "','fault':'layout'}]");
        assertThat(visit(shop)).isInstanceOf(Collected.Drift.class);
    }

    @ParameterizedTest
    @CsvSource({
        "endless, TOO_LONG",
        "huge, TOO_LONG",
        "html, WRONG_TYPE",
        "429, STATUS",
        "503, STATUS",
        "reset, UNREACHABLE",
        "truncated, UNREACHABLE"
    })
    void a_shop_that_misbehaves_is_refused(String fault, RefusedWhy why) throws IOException {
        sandbox.faults("[{'supplier':'bargain','fault':'" + fault + "'}]");
        assertThat(visit("bargain"))
                .isInstanceOfSatisfying(Collected.Refused.class, refused -> assertThat(refused.why())
                        .isEqualTo(why));
    }

    private Collected visit(String shop) {
        MovingTime time = new MovingTime();
        try (PoliteFetcher fetcher = new PoliteFetcher(settings, time, time)) {
            return new SiteCollector(settings, fetcher, time)
                    .collect(settings.shops().get(shop));
        }
    }

    private static CompetitorProperties settings(RunningSandbox sandbox) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("port", Map.of("server.port", sandbox.port())));
        PropertySource<?> defaults = null;
        for (PropertySource<?> document :
                new YamlPropertySourceLoader().load("yaml", new FileSystemResource("config/application.yaml"))) {
            if (defaults == null) {
                defaults = document;
            } else if ("local & competitors".equals(document.getProperty("spring.config.activate.on-profile"))) {
                environment.getPropertySources().addLast(document);
            }
        }
        environment.getPropertySources().addLast(defaults);
        return Binder.get(environment)
                .bind("hub.competitors", CompetitorProperties.class)
                .get();
    }
}
