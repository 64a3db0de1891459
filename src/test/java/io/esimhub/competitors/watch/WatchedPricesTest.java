package io.esimhub.competitors.watch;

import static io.esimhub.competitors.watch.Watched.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.competitors.Collected;
import io.esimhub.competitors.Offer;
import io.esimhub.competitors.RefusedWhy;
import io.esimhub.competitors.position.Plans;
import io.esimhub.competitors.store.FakeD1;
import io.esimhub.competitors.store.Store;
import io.esimhub.competitors.store.Stores;
import io.esimhub.competitors.watch.Visit.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class WatchedPricesTest {

    private static final Map<String, String> DEFAULTS = Map.of();

    @TempDir
    Path folder;

    private Watched watched(Store store) {
        return new Watched(store, DEFAULTS, List.of(Plans.ours(1, "JP5", Set.of("JP"), 5000L, 30, "10.00")));
    }

    private Watched onSqlite() {
        return watched(Stores.sqlite(folder.resolve("monitor.db")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "d1"})
    void aPriceThatStaysIsOneRowAndAChangeAddsOne(String type) {
        try (FakeD1 d1 = new FakeD1()) {
            Watched watched = watched("d1".equals(type) ? Stores.d1(d1) : Stores.sqlite(folder.resolve("monitor.db")));
            watched.visitFinding(plan("jp", "9.5"), plan("jp-2", "7"));
            watched.later(Duration.ofDays(1));
            watched.visitFinding(plan("jp", "9.50"), plan("jp-2", "7"));
            watched.later(Duration.ofDays(1));
            watched.visitFinding(plan("jp", "8"));

            assertThat(watched.history("jp"))
                    .extracting(row -> row.get("price") + " " + row.get("lastSeen"))
                    .containsExactly("8.00 2026-07-03T10:00:00.000Z", "9.50 2026-07-02T10:00:00.000Z");
            assertThat(watched.offers()).singleElement().satisfies(offer -> {
                assertThat(offer.get("priceBefore")).isEqualTo("9.50 USD");
                assertThat(offer.get("priceSince")).isEqualTo("2026-07-03T10:00:00.000Z");
            });
            assertThat(watched.runs()).hasSize(3);

            watched.later(Duration.ofDays(1));
            watched.visitFinding(plan("jp", "8"), plan("jp-2", "7"));
            assertThat(watched.history("jp-2"))
                    .as("a plan that was gone for a while has a gap")
                    .hasSize(2);

            watched.later(Duration.ofDays(500));
            watched.visitFinding(plan("jp", "8"));
            assertThat(watched.history("jp")).hasSize(1);
            assertThat(watched.runs()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "d1"})
    void whoAsksMuchLessIsAnAlertOnceAndOnlyAsLongAsItIsSo(String type) {
        try (FakeD1 d1 = new FakeD1()) {
            Watched watched = watched("d1".equals(type) ? Stores.d1(d1) : Stores.sqlite(folder.resolve("monitor.db")));
            watched.visitFinding(plan("jp", "5"));
            watched.visitFinding(plan("jp", "5.5"));

            assertThat(watched.alerts("OPEN")).singleElement().satisfies(alert -> {
                assertThat(alert.get("sku")).isEqualTo("JP5");
                assertThat(alert.get("theirs")).isEqualTo("5.50 USD");
            });
            assertThat(watched.meters.get("hub.competitors.alerts").gauge().value())
                    .isEqualTo(1);
            assertThat(watched.positions("JP", "1")).hasSize(1);
            assertThat(watched.positions("KR", null)).isEmpty();
            assertThat(watched.positions(null, "0")).isEmpty();

            watched.visitFinding(plan("jp", "9.5"));
            assertThat(watched.alerts("OPEN")).isEmpty();
            assertThat(watched.alerts("CLOSED")).hasSize(1);
        }
    }

    @Test
    void aPageThatChangedLeavesTheLastGoodPricesWithTheirAge() {
        Watched watched = onSqlite();
        watched.visitFinding(plan("jp", "5"));
        watched.later(Duration.ofHours(30));

        watched.collector = competitor -> new Collected.Drift("http://bargain.test/plans", "nothing matches .plan", 7);
        assertThat(watched.visit("bargain").result()).isEqualTo(Result.DRIFT);
        watched.collector = competitor ->
                new Collected.Refused("http://bargain.test/plans", RefusedWhy.ROBOTS, "the site asks us to stay away");
        assertThat(watched.visit("bargain").result()).isEqualTo(Result.REFUSED);

        assertThat(watched.offers()).singleElement().satisfies(offer -> assertThat(offer.get("lastSeen"))
                .isEqualTo("2026-07-01T10:00:00.000Z"));
        assertThat(watched.runs())
                .extracting(run -> run.get("result") + " " + run.get("requests"))
                .containsExactly("REFUSED 0", "DRIFT 7", "OFFERS 1");
    }

    @Test
    void whateverAVisitThrowsIsARowAndTheNextOneIsMade() {
        Watched watched = onSqlite();
        for (Throwable failure :
                List.of(new IllegalStateException("broken"), new OutOfMemoryError("heap"), new StackOverflowError())) {
            watched.collector = competitor -> sneak(failure);
            assertThat(watched.visit("bargain").result()).isEqualTo(Result.FAILED);
        }
        assertThat(watched.visitFinding(plan("jp", "5")).result()).isEqualTo(Result.OFFERS);
        assertThat(watched.runs()).hasSize(4);
    }

    @Test
    void aStoreThatIsFullFailsTheVisitAndKeepsWhatItHas() {
        Watched watched = watched(Stores.sqlite(folder.resolve("full.db"), DataSize.ofKilobytes(160)));
        watched.visitFinding(plan("jp", "5"));

        Visit visit = watched.visitFinding(
                IntStream.range(0, 5000).mapToObj(i -> plan("plan-" + i, "5")).toArray(Offer[]::new));

        assertThat(visit.result()).isEqualTo(Result.FAILED);
        assertThat(visit.detail()).contains("full");
        assertThat(watched.offers()).singleElement().satisfies(offer -> assertThat(offer.get("externalId"))
                .isEqualTo("jp"));
    }

    @Test
    void aVisitThatHangsIsInterruptedPastItsDeadlineAndKeepsNobodyElseWaiting() throws Exception {
        Watched watched = new Watched(
                Stores.sqlite(folder.resolve("monitor.db")), Map.of("hub.competitors.deadline", "300ms"), List.of());
        CountDownLatch never = new CountDownLatch(1);
        watched.collector = competitor -> {
            try {
                return never.await(1, TimeUnit.HOURS) ? null : null;
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        };
        assertThat(watched.visits.ask("bargain", "ops")).isEqualTo(Visits.Asked.ACCEPTED);
        assertThat(watched.visits.ask("bargain", "ops")).isEqualTo(Visits.Asked.UNDER_WAY);

        Awaitility.await().until(() -> watched.visits.underWay("bargain").isEmpty());

        assertThat(watched.visits.lastResult("bargain")).isNotNull();
        assertThat(watched.runs()).hasSize(1);
        watched.visits.stop();
        assertThat(watched.visits.ask("bargain", "ops")).isEqualTo(Visits.Asked.STOPPED);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable, T> T sneak(Throwable failure) throws E {
        throw (E) failure;
    }
}
