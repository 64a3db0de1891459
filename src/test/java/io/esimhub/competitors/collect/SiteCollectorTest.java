package io.esimhub.competitors.collect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.esimhub.competitors.Collected;
import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.MovingTime;
import io.esimhub.competitors.Offer;
import io.esimhub.competitors.RefusedWhy;
import io.esimhub.competitors.TestSettings;
import io.esimhub.competitors.fetch.PoliteFetcher;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SiteCollectorTest {

    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private static final String JAPAN =
            "<li class=plan id=jp-5><h2>Japan</h2><p>5 GB, 30 days</p><a href='/buy/jp-5'>buy</a><b>$9.50</b></li>";

    private final MovingTime time = new MovingTime();

    @Test
    void aListInJsonBecomesOffers() {
        SHOP.stubFor(
                get("/plans?list=all")
                        .willReturn(
                                okJson(
                                        """
                        {"plans": [
                          {"id": "jp-5", "name": "Japan  5 GB", "countries": ["JP"], "gb": 5, "days": 30, "price": 9.50, "currency": "USD"},
                          {"id": 17, "name": "Asia", "countries": ["Japan", "kr"], "gb": "Unlimited", "days": "1 week", "price": "4.125", "currency": "EUR"},
                          {"id": "x", "name": "Mars", "countries": ["Mars"], "gb": 1, "days": 1, "price": 1, "currency": "USD"},
                          {"id": "eu", "name": "EU", "countries": ["Europe"], "gb": 0.5, "days": 7, "price": 4.125, "currency": "EUR"},
                          {"id": "jp-5", "name": "again", "countries": ["JP"], "gb": 5, "days": 30, "price": 1, "currency": "USD"}]}
                        """)));
        Collected.Offers offers = offers(settings()
                .json(url("/plans?list=all"))
                .with("regions.Europe[0]", "DE")
                .with("regions.Europe[1]", "FR"));
        assertThat(offers.offers())
                .containsExactly(
                        new Offer(
                                "bargain",
                                "jp-5",
                                "Japan 5 GB",
                                url("/plans?list=all"),
                                new TreeSet<>(List.of("JP")),
                                5000L,
                                30,
                                new BigDecimal("9.50"),
                                "USD",
                                offers.offers().get(0).seenAt()),
                        new Offer(
                                "bargain",
                                "eu",
                                "EU",
                                url("/plans?list=all"),
                                new TreeSet<>(List.of("DE", "FR")),
                                500L,
                                7,
                                new BigDecimal("4.1250"),
                                "EUR",
                                offers.offers().get(0).seenAt()));
        assertThat(offers.skipped())
                .containsExactly(
                        "plan 17: the number may be thousands or three decimals",
                        "plan x: a place that is no known country or region: Mars",
                        "plan jp-5: a second one of this id");
        assertThat(offers.requests()).isEqualTo(2);
    }

    @Test
    void aPageBecomesOffersByItsSelectors() {
        html("/plans", "<ul>" + JAPAN + "</ul>");
        assertThat(offers(settings().html(url("/plans")).source("fields.url", "a@href"))
                        .offers())
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.externalId()).isEqualTo("jp-5");
                    assertThat(offer.url()).isEqualTo(url("/buy/jp-5"));
                    assertThat(offer.dataMb()).isEqualTo(5000);
                    assertThat(offer.validityDays()).isEqualTo(30);
                    assertThat(offer.price()).isEqualTo("9.50");
                });
    }

    @Test
    void aLinkThatIsNoPageIsNotShown() {
        html("/plans", JAPAN.replace("/buy/jp-5", "javascript:alert(1)"));
        assertThat(offers(settings().html(url("/plans")).source("fields.url", "a@href"))
                        .offers())
                .extracting(Offer::url)
                .containsExactly(url("/plans"));
    }

    @Test
    void productsInAPagesLinkedDataBecomeOffers() {
        html(
                "/plans",
                """
                <script type="application/ld+json">{"@type": "Product", "sku": "jp-5", "name": "Japan 5 GB 30 days",
                 "offers": {"@type": "Offer", "price": "9.50", "priceCurrency": "USD"}}</script>
                """);
        assertThat(offers(settings()
                                .source("type", "html")
                                .source("url", url("/plans"))
                                .source("json-in", "script[type=application/ld+json]")
                                .source("items", "$")
                                .source("fields.id", "$.sku")
                                .source("fields.title", "$.name")
                                .source("fields.price", "$.offers.price")
                                .source("fields.currency", "$.offers.priceCurrency")
                                .source("defaults.countries", "Japan"))
                        .offers())
                .singleElement()
                .extracting(Offer::externalId, Offer::dataMb, Offer::validityDays, Offer::currency)
                .containsExactly("jp-5", 5000L, 30, "USD");
    }

    @Test
    void theThreePagesOfASitemapAreReadAndAGoneOneIsOnlySkipped() {
        SHOP.stubFor(
                get("/sitemap.xml")
                        .willReturn(
                                okForContentType(
                                        "application/xml",
                                        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>"
                                                + url("/plans.xml")
                                                + "</loc></sitemap><sitemap><loc>http://elsewhere.example/x.xml</loc></sitemap></sitemapindex>")));
        SHOP.stubFor(get("/plans.xml")
                .willReturn(okForContentType(
                        "text/xml",
                        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>" + loc("/plan/1") + loc("/plan/2")
                                + loc("/plan/3") + loc("/plan/4") + loc("/about")
                                + "<url><loc>http://elsewhere.example/plan/9</loc></url></urlset>")));
        for (int plan = 1; plan <= 3; plan++) {
            html("/plan/" + plan, JAPAN.replace("jp-5", "jp-" + plan));
        }
        TestSettings sitemap =
                settings().html(url("/sitemap.xml")).source("type", "sitemap").source("follow.pages", ".*/plan/\\d+");
        Collected.Offers offers = offers(sitemap);
        assertThat(offers.offers()).extracting(Offer::externalId).containsExactly("jp-1", "jp-2", "jp-3");
        assertThat(offers.skipped()).containsExactly("page /plan/4: gone");
        assertThat(offers.requests()).isEqualTo(7);

        assertThat(visit(sitemap.source("follow.most", "2")))
                .isInstanceOfSatisfying(
                        Collected.Refused.class, it -> assertThat(it.why()).isEqualTo(RefusedWhy.TOO_LONG));
        drift(
                sitemap.source("follow.most", "200").source("follow.pages", ".*/tariff/.*"),
                "follow.pages matches nothing");
    }

    @Test
    void aSelectorThatMatchesNothingIsDrift() {
        html("/plans", "<div class=offer>Japan, now even cheaper</div>");
        drift(settings().html(url("/plans")), "items matches nothing");
        SHOP.stubFor(get("/list").willReturn(okJson("{\"products\": []}")));
        drift(settings().json(url("/list")), "items matches nothing");
    }

    @Test
    void aPageThatLostMostOfItsPricesIsDrift() {
        html("/plans", JAPAN + JAPAN.replace("b>", "i>").repeat(2));
        drift(settings().html(url("/plans")), "fields.price matches nothing in 2 of 3 items");
    }

    @Test
    void aPageOfWhichNothingCanBeReadIsDrift() {
        html("/plans", JAPAN.replace("$9.50", "ask us"));
        drift(settings().html(url("/plans")), "1 of 1 items cannot be read; the first: the price holds no number");
    }

    @Test
    void moreItemsThanASettingAllowsAreRefused() {
        html("/plans", JAPAN.repeat(3));
        assertThat(visit(settings().html(url("/plans")).source("limits.items", "2")))
                .isInstanceOfSatisfying(
                        Collected.Refused.class, it -> assertThat(it.why()).isEqualTo(RefusedWhy.TOO_LONG));
    }

    @Test
    void oneSourceThatIsRefusedMakesTheVisitRefused() {
        html("/plans", JAPAN);
        SHOP.stubFor(get("/more").willReturn(aResponse().withStatus(404)));
        TestSettings two = settings().html(url("/plans"));
        two.with("shops.bargain.sources[1].type", "html")
                .with("shops.bargain.sources[1].url", url("/more?key=secret"))
                .with("shops.bargain.sources[1].items", "li")
                .with("shops.bargain.sources[1].fields.id", "@id")
                .with("shops.bargain.sources[1].fields.price", "b");
        assertThat(visit(two)).isEqualTo(new Collected.Refused(url("/more"), RefusedWhy.STATUS, "status 404", 3));
    }

    private static TestSettings settings() {
        return TestSettings.local();
    }

    private static void html(String path, String body) {
        SHOP.stubFor(get(path).willReturn(okForContentType("text/html; charset=utf-8", body)));
    }

    private static String loc(String path) {
        return "<url><loc>" + url(path) + "</loc></url>";
    }

    private static String url(String path) {
        return "http://localhost:" + SHOP.getPort() + path;
    }

    private void drift(TestSettings settings, String what) {
        assertThat(visit(settings)).isInstanceOfSatisfying(Collected.Drift.class, drift -> {
            assertThat(drift.what()).contains(what);
            assertThat(drift.requests()).isPositive();
        });
    }

    private Collected.Offers offers(TestSettings settings) {
        Collected outcome = visit(settings);
        assertThat(outcome).isInstanceOf(Collected.Offers.class);
        return (Collected.Offers) outcome;
    }

    private Collected visit(TestSettings lines) {
        time.move(Duration.ofHours(1));
        CompetitorProperties settings = lines.bind();
        try (PoliteFetcher fetcher = new PoliteFetcher(settings, time, time)) {
            return new SiteCollector(settings, fetcher, time)
                    .collect(settings.shops().get("bargain"));
        }
    }
}
