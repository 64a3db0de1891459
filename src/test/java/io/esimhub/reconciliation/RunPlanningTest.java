package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.orders.Payment;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.testing.FreshDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which runs the clockwork writes down, and which time each of them looks at. */
@ExtendWith(FreshDatabase.class)
class RunPlanningTest {

    private static final String RUNS =
            "select requested_by || ' ' || state from reconciliation.runs where kind = 'changes' order by id";

    /** Half an hour before clocks go back in Berlin. */
    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00Z");

    private final ReconcilingHub hub;

    RunPlanningTest(DataSource database) {
        hub = new ReconcilingHub(database, NOW, Map.of("hub.reconciliation.days.time-zone", "Europe/Berlin"));
        hub.empty();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void eachPlannedRunBeginsBeforeTheNewestOrderOfTheLastOneEvenAsClocksGoBack() {
        plannedChanges();
        Instant newest = NOW.minus(Duration.ofMinutes(20));
        Run first = read(Optional.of(newest));
        assertThat(first.from()).contains(NOW.minus(Duration.ofHours(24)).minus(Duration.ofMinutes(30)));
        assertThat(first.to()).contains(NOW.minus(Duration.ofMinutes(10)));

        hub.clock.move(Duration.ofHours(1));
        plannedChanges();
        Run second = read(Optional.empty());
        assertThat(second.from()).contains(newest.minus(Duration.ofMinutes(30)));
        assertThat(second.to()).contains(NOW.plus(Duration.ofMinutes(50)));

        hub.clock.move(Duration.ofHours(1));
        plannedChanges();
        assertThat(read(Optional.empty()).from())
                .as("nothing was said since")
                .contains(newest.minus(Duration.ofMinutes(30)));
        assertThat(hub.strings(RUNS)).hasSize(3).containsOnly("schedule DONE");
    }

    @Test
    void theDaysThatArePlannedFollowOneAnotherWithoutAGapWhenClocksGoBack() {
        for (String planned : List.of("2026-10-25T01:40:00Z", "2026-10-26T02:40:00Z", "2026-10-27T02:40:00Z")) {
            hub.the(RunRequests.class).plannedDays(Date.from(Instant.parse(planned)));
            hub.the(RunRequests.class).plannedDays(Date.from(Instant.parse(planned)));
            hub.jdbc
                    .sql("update reconciliation.runs set state = 'DONE', ended_at = now() where ended_at is null")
                    .update();
        }

        assertThat(hub.strings(
                        "select (window_from at time zone 'UTC')::text || ' ' || round(extract(epoch from window_to - window_from) / 3600) from"
                                + " reconciliation.runs order by id"))
                .containsExactly("2026-10-23 22:00:00 24", "2026-10-24 22:00:00 25", "2026-10-25 23:00:00 24");
    }

    @Test
    void aRunThatHasNotBegunYetIsNotPlannedTwice() {
        plannedChanges();
        plannedChanges();

        assertThat(hub.strings(RUNS)).containsExactly("schedule WAITING");
    }

    @Test
    void whatAPersonAskedForDoesNotStandInForAPlannedRun() {
        hub.the(RunRequests.class)
                .wish(
                        RunKind.CHANGES,
                        new Window(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(8))),
                        null,
                        "anna");

        plannedChanges();

        assertThat(hub.strings(RUNS)).containsExactly("anna WAITING", "schedule WAITING");
    }

    @Test
    void aRunThatNobodyWillBeginDoesNotKeepTheNextOneFromBeingPlanned() {
        plannedChanges();
        hub.jdbc.sql("delete from operations.work").update();

        hub.clock.move(Duration.ofHours(1));
        plannedChanges();
        read(Optional.empty());

        assertThat(hub.strings(RUNS)).containsExactly("schedule SUPERSEDED", "schedule DONE");
        assertThat(hub.openCases()).isEmpty();
    }

    @Test
    void ordersThatNoWebhookToldOfAreACaseUntilARunThatLooksAsFarFindsNone() {
        plannedChanges();
        read(Optional.of(NOW.minus(Duration.ofHours(1))));
        assertThat(hub.openCases()).containsExactly("drift WEBHOOKS_LOST shopify:a.myshopify.com");

        hub.the(RunRequests.class)
                .wish(
                        RunKind.CHANGES,
                        new Window(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(8))),
                        null,
                        "anna");
        read(Optional.empty());
        assertThat(hub.openCases()).as("of other days").hasSize(1);

        hub.clock.move(Duration.ofHours(1));
        plannedChanges();
        read(Optional.empty());
        assertThat(hub.openCases()).isEmpty();
    }

    private void plannedChanges() {
        hub.the(RunRequests.class).plannedChanges(Date.from(hub.clock.instant()));
    }

    /** The last run, to its end; its list shows one order of that time, or none. */
    private Run read(Optional<Instant> order) {
        long id = hub.jdbc
                .sql("select max(id) from reconciliation.runs")
                .query(Long.class)
                .single();
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        ChannelReconciliation reconciliation = hub.the(ChannelReconciliation.class);
        reconciliation.goOn(id, exchange);
        exchange.getMessage()
                .setBody(new ListAnswer.Page(
                        order.map(at -> ReconcilingHub.listed("7", at, Payment.UNPAID)).stream()
                                .toList(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
        reconciliation.compare(exchange);
        reconciliation.end(exchange);
        return hub.the(Runs.class).find(id).orElseThrow();
    }
}
