package io.esimhub.competitors.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.esimhub.competitors.MovingTime;
import io.esimhub.competitors.RefusedWhy;
import io.esimhub.competitors.TestSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PoliteFetcherTest {

    @RegisterExtension
    static final WireMockExtension SITE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().containerThreads(20))
            .build();

    private final MovingTime time = new MovingTime();
    private PoliteFetcher fetcher = fetcher(TestSettings.local().with("contact", "https://shop.example/bot"));

    @BeforeEach
    void aShopWithOnePage() {
        SITE.stubFor(get("/robots.txt").willReturn(aResponse().withStatus(404)));
        SITE.stubFor(get("/plans").willReturn(okJson("{}")));
    }

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void weSayWhoWeAreAndWhereToComplain() {
        assertThat(refusal("/plans")).isEmpty();
        SITE.verify(getRequestedFor(urlEqualTo("/plans"))
                .withHeader("User-Agent", equalTo("eSIMHubPriceMonitor/1.0 (+https://shop.example/bot)"))
                .withHeader("Accept", equalTo("application/json")));
    }

    @Test
    void robotsTxtIsAskedOnceADayAndObeyed() {
        robots("User-agent: *\nDisallow: /\n\nUser-agent: esimhubpricemonitor\nDisallow: /private\n");
        assertThat(refusal("/plans")).isEmpty();
        assertThat(refusal("/private/plans")).contains(RefusedWhy.ROBOTS);
        SITE.verify(1, getRequestedFor(urlEqualTo("/robots.txt")));

        robots("User-agent: *\nDisallow: /plans\n");
        time.move(Duration.ofHours(25));
        assertThat(refusal("/plans")).contains(RefusedWhy.ROBOTS);
        SITE.verify(2, getRequestedFor(urlEqualTo("/robots.txt")));
        SITE.verify(0, getRequestedFor(urlEqualTo("/private/plans")));
    }

    @Test
    void aRobotsTxtThatCannotBeHadIsANoForNow() {
        SITE.stubFor(get("/robots.txt").willReturn(aResponse().withStatus(500)));
        assertThat(refusal("/plans")).contains(RefusedWhy.ROBOTS);
        assertThat(refusal("/plans")).contains(RefusedWhy.RESTING);

        SITE.stubFor(get("/robots.txt").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        time.move(Duration.ofMinutes(6));
        assertThat(refusal("/plans")).contains(RefusedWhy.UNREACHABLE);
        SITE.verify(0, getRequestedFor(urlEqualTo("/plans")));

        SITE.stubFor(get("/robots.txt").willReturn(aResponse().withStatus(404)));
        time.move(Duration.ofMinutes(11));
        assertThat(refusal("/plans")).isEmpty();
    }

    @Test
    void ofAnEndlessRobotsTxtTheBeginningCounts() {
        robots("User-agent: *\nDisallow: /plans\n" + "# all day long\n".repeat(60_000));
        assertThat(refusal("/plans")).contains(RefusedWhy.ROBOTS);
    }

    @Test
    void aRobotsTxtThatLeadsElsewhereIsNotFollowed() {
        SITE.stubFor(get("/robots.txt")
                .willReturn(aResponse().withStatus(301).withHeader("Location", "http://127.0.0.1/robots.txt")));
        assertThat(refusal("/plans")).contains(RefusedWhy.ROBOTS);
    }

    @Test
    void betweenTwoRequestsToAHostIsAGap() {
        robots("");
        refusal("/plans");
        refusal("/plans");
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @Test
    void aSitesOwnCrawlDelayIsKeptAndALongerOneThanWeCanKeepIsANo() {
        robots("User-agent: *\nCrawl-delay: 7\n");
        refusal("/plans");
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(7));

        robots("User-agent: *\nCrawl-delay: 86400\n");
        time.move(Duration.ofHours(25));
        assertThat(refusal("/plans")).contains(RefusedWhy.ROBOTS);
    }

    @Test
    void oneRequestAtATimeHoweverManyVisitors() {
        AtomicInteger waiting = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        HostManners manners = new HostManners(TestSettings.local().bind().fetching(), time, time);
        var visitors = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    try {
                        manners.inTurn(URI.create("http://shop.example:" + (80 + i) + "/"), Duration.ZERO, () -> {
                            most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
                            Thread.yield();
                            waiting.decrementAndGet();
                            return new WebAnswer(200, "", Optional.empty(), Optional.empty(), new byte[0]);
                        });
                    } catch (PageRefused refused) {
                        throw new AssertionError(refused);
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(visitors).join();
        assertThat(most).hasValue(1);
        assertThat(time.waits()).hasSize(7).containsOnly(Duration.ofSeconds(2));
    }

    @Test
    void aHostThatIsAskedTooOftenIsLeftAloneAsLongAsItSays() {
        SITE.stubFor(get("/plans").willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));
        assertThat(refusal("/plans")).contains(RefusedWhy.STATUS);
        time.move(Duration.ofMinutes(59));
        assertThat(refusal("/plans")).contains(RefusedWhy.RESTING);
        SITE.stubFor(get("/plans").willReturn(okJson("{}")));
        time.move(Duration.ofMinutes(2));
        assertThat(refusal("/plans")).isEmpty();
        SITE.verify(2, getRequestedFor(urlEqualTo("/plans")));
    }

    @Test
    void everyFurtherErrorDoublesTheRest() {
        SITE.stubFor(get("/plans").willReturn(aResponse().withStatus(503)));
        for (int minutes : new int[] {5, 10, 20}) {
            assertThat(refusal("/plans")).contains(RefusedWhy.STATUS);
            time.move(Duration.ofMinutes(minutes).minusSeconds(1));
            assertThat(refusal("/plans")).contains(RefusedWhy.RESTING);
            time.move(Duration.ofSeconds(1));
        }
    }

    @Test
    void redirectsAreReportedAndNeverFollowed() {
        SITE.stubFor(get("/plans")
                .willReturn(aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/admin?token=x")));
        assertThat(refused("/plans").outcome())
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(RefusedWhy.REDIRECT))
                .satisfies(refused ->
                        assertThat(refused.detail()).contains("127.0.0.1").doesNotContain("admin"));

        SITE.stubFor(get("/plans")
                .willReturn(aResponse().withStatus(301).withHeader("Location", "https://localhost/plans")));
        assertThat(refused("/plans").outcome().detail()).contains("the site is at https");
    }

    @Test
    void anythingButTheTypeThatWasAskedForIsRefused() {
        SITE.stubFor(get("/plans")
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html>")));
        assertThat(refusal("/plans")).contains(RefusedWhy.WRONG_TYPE);
        SITE.stubFor(get("/plans").willReturn(aResponse().withBody("{}")));
        assertThat(refusal("/plans")).contains(RefusedWhy.WRONG_TYPE);
    }

    @Test
    void nothingInOurOwnNetworkIsVisited() {
        for (String address : new String[] {"http://127.0.0.1:", "http://[::1]:", "http://2130706433:"}) {
            assertThat(refused(URI.create(address + SITE.getPort() + "/plans")).map(PageRefused::why))
                    .as(address)
                    .contains(RefusedWhy.PRIVATE_ADDRESS);
        }
        assertThat(refused(URI.create("http://169.254.169.254/latest/meta-data"))
                        .map(PageRefused::why))
                .contains(RefusedWhy.PRIVATE_ADDRESS);
        SITE.verify(0, getRequestedFor(urlEqualTo("/plans")));
    }

    @Test
    void aNameThatMeansAnotherAddressTheSecondTimeGainsNothing() {
        AtomicInteger asked = new AtomicInteger();
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                asked.incrementAndGet();
                return new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("127.0.0.1")};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        fetcher.close();
        fetcher = new PoliteFetcher(TestSettings.local().bind(), time, time, new GuardedDns(rebinding, Set.of()));
        assertThat(refused(URI.create("http://shop.example:" + SITE.getPort() + "/plans"))
                        .map(PageRefused::why))
                .contains(RefusedWhy.PRIVATE_ADDRESS);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anAddressWithAUserOrOfAnotherKindIsNone() {
        for (String address : new String[] {
            "ftp://a/",
            "file:///etc/passwd",
            "http://user:word@shop.example/",
            "http://0x7f.1/",
            "/plans",
            "http://",
            "x y"
        }) {
            try {
                Addresses.page(address);
                throw new AssertionError(address);
            } catch (PageRefused refused) {
                assertThat(refused.why()).isEqualTo(RefusedWhy.BAD_ADDRESS);
                assertThat(refused.outcome().toString()).doesNotContain("word");
            }
        }
    }

    private PoliteFetcher fetcher(TestSettings settings) {
        return new PoliteFetcher(settings.bind(), time, time);
    }

    private void robots(String text) {
        SITE.stubFor(get("/robots.txt").willReturn(aResponse().withBody(text)));
    }

    private Optional<RefusedWhy> refusal(String path) {
        return refused(page(path)).map(PageRefused::why);
    }

    private PageRefused refused(String path) {
        return refused(page(path)).orElseThrow();
    }

    private static URI page(String path) {
        return URI.create("http://localhost:" + SITE.getPort() + path);
    }

    private Optional<PageRefused> refused(URI address) {
        try {
            fetcher.fetch(address, PageKind.JSON, new Visit());
            return Optional.empty();
        } catch (PageRefused refused) {
            return Optional.of(refused);
        }
    }
}
