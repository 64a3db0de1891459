package io.esimhub.competitors.collect;

import static io.esimhub.competitors.RawSite.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.competitors.Collected;
import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.MovingTime;
import io.esimhub.competitors.RawSite;
import io.esimhub.competitors.RefusedWhy;
import io.esimhub.competitors.TestSettings;
import io.esimhub.competitors.fetch.PoliteFetcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a server does, a visit ends soon, with a reason, and takes little. */
@Timeout(10)
class HostilePagesTest {

    private static final String HTML = "Content-Type: text/html; charset=utf-8";
    private static final String JSON = "Content-Type: application/json";
    private static final int MB = 1024 * 1024;

    @Test
    void aHundredMegabytesAreNotReadToTheirEnd() throws IOException {
        byte[] block = "<p>cheap</p>".repeat(5000).getBytes(StandardCharsets.US_ASCII);
        try (RawSite site = new RawSite(out -> {
            head(out, HTML, "Content-Length: " + 100 * MB);
            for (long left = 100L * MB; left > 0; left -= block.length) {
                out.write(block);
            }
        })) {
            refused(site, RefusedWhy.TOO_LONG);
            assertThat(site.sent()).isLessThan(30L * MB);
        }
    }

    @Test
    void anEndlessPageIsCut() throws IOException {
        byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (RawSite site = new RawSite(out -> {
            head(out, HTML, "Transfer-Encoding: chunked");
            while (true) {
                out.write(chunk);
            }
        })) {
            refused(site, RefusedWhy.TOO_LONG);
            assertThat(site.sent()).isLessThan(30L * MB);
        }
    }

    @Test
    void aPageThatTricklesForEverIsLeft() throws IOException {
        try (RawSite site = new RawSite(out -> {
            head(out, HTML);
            while (true) {
                out.write('x');
                Thread.sleep(50);
            }
        })) {
            refused(site, RefusedWhy.TIMEOUT);
        }
    }

    @Test
    void aHeadThatTricklesForEverIsLeft() throws IOException {
        try (RawSite site = new RawSite(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(50);
            }
        })) {
            refused(site, RefusedWhy.TIMEOUT);
        }
    }

    @Test
    void silenceIsLeft() throws IOException {
        try (RawSite site = new RawSite(out -> Thread.sleep(3000))) {
            refused(site, RefusedWhy.TIMEOUT);
        }
    }

    @Test
    void anEndlessHeadIsCut() throws IOException {
        try (RawSite site = new RawSite(out -> {
            head(out, HTML, "X: " + "y".repeat(100_000));
        })) {
            refused(site, RefusedWhy.TOO_LONG);
        }
    }

    @Test
    void aPackedBombIsNotUnpackedToItsEnd() throws IOException {
        byte[] bomb = packed(out -> {
            byte[] zeros = new byte[MB];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        });
        assertThat(bomb.length).isLessThan(MB);
        try (RawSite site = answering(bomb, HTML, "Content-Encoding: gzip")) {
            refused(site, RefusedWhy.TOO_LONG);
        }
    }

    @Test
    void aPackedPageThatIsBrokenIsRefused() throws IOException {
        try (RawSite site =
                answering("not packed at all".getBytes(StandardCharsets.US_ASCII), HTML, "Content-Encoding: gzip")) {
            refused(site, RefusedWhy.MALFORMED);
        }
    }

    @Test
    void aSmallPageWhoseTreeWouldBeAHundredTimesAsLargeIsCutWhileItGrows() throws IOException {
        StringBuilder page = new StringBuilder("<p>");
        for (int i = 0; i < 12; i++) {
            page.append("<b");
            for (int attribute = 0; attribute < 400; attribute++) {
                page.append(" a").append(i).append('-').append(attribute);
            }
            page.append('>');
        }
        page.append("<p>x".repeat(20_000));
        try (RawSite site = answering(page.toString().getBytes(StandardCharsets.US_ASCII), HTML)) {
            refused(site, RefusedWhy.MALFORMED);
        }
    }

    @Test
    void bytesThatAreNoTextInThePagesCharsetAreNotGuessedAt() throws IOException {
        byte[] latin = "<li class=plan id=1><b>9,50 \u00e9</b></li>".getBytes(StandardCharsets.ISO_8859_1);
        try (RawSite site = answering(latin, HTML)) {
            refused(site, RefusedWhy.CHARSET);
        }
        try (RawSite site = answering(latin, "Content-Type: text/html; charset=klingon")) {
            refused(site, RefusedWhy.CHARSET);
        }
        try (RawSite site = answering(
                "<meta charset=\"x-nonsense\"><p>".getBytes(StandardCharsets.US_ASCII), "Content-Type: text/html")) {
            refused(site, RefusedWhy.CHARSET);
        }
    }

    @Test
    void thePagesOwnWordOnItsCharsetCountsWhereTheServerSaysNothing() throws IOException {
        byte[] page = ("<meta charset=iso-8859-1><li class=plan id=1><h2>Japan</h2><p>5 GB</p><b>9,50 \u20ac</b></li>")
                .getBytes("windows-1252");
        try (RawSite site = answering(page, "Content-Type: text/html")) {
            assertThat(visit(TestSettings.local().html(site.url())))
                    .isInstanceOfSatisfying(Collected.Offers.class, offers -> assertThat(
                                    offers.offers().get(0).currency())
                            .isEqualTo("EUR"));
        }
    }

    @Test
    void tagsWithinTagsWithinTagsAreNotATree() throws IOException {
        for (String bomb : new String[] {
            "<div>".repeat(90_000),
            "<b>".repeat(90_000),
            "<a><b>".repeat(600_000),
            "<table><tr><td>".repeat(30_000),
            "<script>".repeat(90_000) + "</script>".repeat(9000) + "<i>".repeat(900)
        }) {
            try (RawSite site = answering(bomb.getBytes(StandardCharsets.US_ASCII), HTML)) {
                Collected outcome = visit(TestSettings.local().html(site.url()).source("items", "body div b li"));
                assertThat(outcome).isInstanceOfAny(Collected.Refused.class, Collected.Drift.class);
            }
        }
    }

    @Test
    void plansWithinPlansTakeNoMoreThanTheirLimit() throws IOException {
        String nest = "<li class=plan id=1><h2>Japan</h2><b>$1</b><div>".repeat(80);
        String bomb = (nest + "<p>" + "x".repeat(10_000) + "</p>" + "</div></li>".repeat(80)).repeat(100);
        try (RawSite site = answering(bomb.getBytes(StandardCharsets.US_ASCII), HTML)) {
            assertThat(visit(TestSettings.local()
                            .html(site.url())
                            .source("fields.countries", "*")
                            .source("limits.items", "1000")))
                    .isInstanceOfAny(Collected.Refused.class, Collected.Drift.class);
        }
    }

    @Test
    void aPageFullOfScriptsRunsNoneAndIsOnlyAPageWithoutPlans() throws IOException {
        String scripts = "<script>while(true){}</script><img src=x onerror='while(1){}'>".repeat(10_000);
        try (RawSite site = answering(scripts.getBytes(StandardCharsets.US_ASCII), HTML)) {
            assertThat(visit(TestSettings.local().html(site.url()))).isInstanceOf(Collected.Drift.class);
        }
    }

    @Test
    void listsWithinListsAreNotJson() throws IOException {
        for (String bomb : new String[] {
            "[".repeat(2_000_000),
            "{\"a\":".repeat(500_000),
            "[" + "[],".repeat(1_000_000) + "1]",
            "{\"plans\": " + "9".repeat(100_000) + "}",
            "{\"plans\": [",
            "<html>",
            ""
        }) {
            try (RawSite site = answering(bomb.getBytes(StandardCharsets.US_ASCII), JSON)) {
                assertThat(visit(TestSettings.local().json(site.url())))
                        .isInstanceOfSatisfying(Collected.Refused.class, refused -> assertThat(refused.why())
                                .isEqualTo(RefusedWhy.MALFORMED));
            }
        }
    }

    @Test
    void aSitemapWithEntitiesIsNotRead() throws IOException {
        String bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE urlset [<!ENTITY a \"http://localhost/\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>&a;&b;</loc></url></urlset>";
        try (RawSite site = answering(bomb.getBytes(StandardCharsets.US_ASCII), "Content-Type: text/xml")) {
            assertThat(visit(TestSettings.local().html(site.url()).source("type", "sitemap")))
                    .isInstanceOfAny(Collected.Refused.class, Collected.Drift.class);
        }
    }

    private static RawSite answering(byte[] body, String... head) {
        return new RawSite(out -> {
            head(out, head);
            out.write(body);
        });
    }

    private static void refused(RawSite site, RefusedWhy why) {
        TestSettings patience = why == RefusedWhy.TIMEOUT ? TestSettings.local().impatient() : TestSettings.local();
        assertThat(visit(patience.html(site.url()))).isInstanceOfSatisfying(Collected.Refused.class, refused -> {
            assertThat(refused.why()).as(refused.detail()).isEqualTo(why);
            assertThat(refused.source()).startsWith(site.url().replace("/plans", ""));
        });
    }

    private static Collected visit(TestSettings lines) {
        CompetitorProperties settings = lines.bind();
        MovingTime time = new MovingTime();
        time.move(Duration.ofSeconds(1));
        try (PoliteFetcher fetcher = new PoliteFetcher(settings, time, time)) {
            return new SiteCollector(settings, fetcher, time)
                    .collect(settings.shops().get("bargain"));
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] packed(Writing content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            content.to(out);
        }
        return bytes.toByteArray();
    }
}
