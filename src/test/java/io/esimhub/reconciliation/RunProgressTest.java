package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.orders.Payment;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListQuestion;
import io.esimhub.testing.FreshDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a run gets on through a long list, page by page, whatever fails on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(FreshDatabase.class)
class RunProgressTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final ReconcilingHub hub;
    private long run;

    RunProgressTest(DataSource database) {
        hub = new ReconcilingHub(database, NOW, Map.of());
    }

    @BeforeEach
    void aRun() {
        hub.empty();
        run = hub.running(RunKind.CHANGES, NOW.minus(Duration.ofHours(3)), NOW, "someone")
                .id();
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void aLongListMayFailOftenAsLongAsItGetsOnBetween() throws Exception {
        for (int page = 1; page <= 12; page++) {
            Exchange turn = begin();
            assertThat(asked(turn)).isEqualTo(page == 1 ? Optional.empty() : Optional.of("p" + (page - 1)));
            answered(turn, page(page, "p" + page));
            fails(turn);
            assertThat(turn.getProperties())
                    .as("it comes back, and is no attempt")
                    .containsKey("workLater");
        }

        assertThat(show()).isEqualTo("RUNNING p12 12");
    }

    @Test
    void aPageThatFailsTwiceIsReachedAnewFromTheFirstOneAndNothingIsCountedTwice() throws Exception {
        Exchange first = begin();
        answered(first, page(1, "p1"));
        fails(first);
        Exchange second = begin();
        assertThatThrownBy(() -> fails(second)).hasMessage("timeout");
        assertThat(show()).isEqualTo("FAILED null 0");

        Exchange third = begin();
        assertThat(asked(third)).isEmpty();
        answered(third, page(1, "p1"));
        answered(third, page(2, null));
        hub.the(ChannelReconciliation.class).end(third);

        assertThat(show()).isEqualTo("DONE null 2");
    }

    @Test
    void aPartOfAListInOnePieceThatFailsTwiceIsAnAttemptHoweverOftenThePartsBeforeItAreCompared() throws Exception {
        Exchange first = begin();
        answered(first, page(1, "file"));
        answered(first, page(1, "file"));
        fails(first);
        Exchange second = begin();
        answered(second, page(1, "file"));

        assertThatThrownBy(() -> fails(second)).hasMessage("timeout");
        assertThat(show()).isEqualTo("FAILED null 0");
    }

    @Test
    void aRunThatNeverGotOnAnywhereIsAnAttemptEachTime() {
        assertThatThrownBy(() -> fails(begin())).hasMessage("timeout");
        assertThatThrownBy(() -> fails(begin())).hasMessage("timeout");
    }

    @Test
    void aRunThatDiesBehindItsLastPageDoesNotReadTheListAgain() {
        Exchange dying = begin();
        answered(dying, page(1, null));

        Exchange next = begin();
        assertThat(reading(next).isMore()).isFalse();
        hub.the(ChannelReconciliation.class).end(next);

        assertThat(show()).isEqualTo("DONE null 1");
    }

    @Test
    void aSecondProcessThatReadsTheSamePageTurnsNone() {
        Exchange one = begin();
        Exchange other = begin();

        answered(one, page(1, null));
        answered(other, page(1, null));

        assertThat(reading(other).isMore()).isFalse();
        assertThat(show()).isEqualTo("RUNNING list-read 1");
    }

    @Test
    void aWindowThatAPersonAskedForAndTheChannelHidesIsRefusedAndShownToAPerson() {
        Exchange asked = begin();
        answered(asked, new ListAnswer.NotVisible("NO_READ_ALL_ORDERS", "hidden", NOW.minusSeconds(3600)));

        assertThat(reading(asked).isMore()).isFalse();
        assertThat(show()).isEqualTo("REFUSED null 0");
        assertThat(hub.openCases()).containsExactly("reconciliation-run NO_READ_ALL_ORDERS shopify:a.myshopify.com");
        assertThat(hub.breaks()).isEmpty();
    }

    @Test
    void aPlannedRunWhoseLastOneIsTooLongAgoComparesWhatItSeesAndTheHiddenPartIsAPersons() {
        run = hub.running(RunKind.CHANGES, NOW.minus(Duration.ofDays(70)), NOW, RunRequests.SCHEDULE)
                .id();
        Exchange planned = begin();
        Instant visible = NOW.minus(Duration.ofDays(58));
        answered(planned, new ListAnswer.NotVisible("NO_READ_ALL_ORDERS", "hidden", visible));

        assertThat(reading(planned).isMore()).isTrue();
        hub.the(ChannelReconciliation.class).page(planned);
        assertThat(planned.getMessage().getBody(ListQuestion.class).from()).isEqualTo(visible);
        answered(planned, page(1, null));
        hub.the(ChannelReconciliation.class).end(planned);

        assertThat(show()).isEqualTo("DONE null 1");
        assertThat(hub.openCases())
                .contains("reconciliation-run NO_READ_ALL_ORDERS shopify:a.myshopify.com:run-" + run);
        assertThat(hub.the(RunCursors.class)
                        .readUntil(hub.the(Runs.class).find(run).orElseThrow()))
                .as("the next one begins here")
                .contains(NOW.minusSeconds(3600));
    }

    private Exchange begin() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        hub.the(ChannelReconciliation.class).goOn(run, exchange);
        return exchange;
    }

    private Optional<String> asked(Exchange exchange) {
        hub.the(ChannelReconciliation.class).page(exchange);
        return exchange.getMessage().getBody(ListQuestion.class).after();
    }

    private void answered(Exchange exchange, ListAnswer answer) {
        exchange.getMessage().setBody(answer);
        hub.the(ChannelReconciliation.class).compare(exchange);
    }

    private void fails(Exchange exchange) throws Exception {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new IllegalStateException("timeout"));
        hub.the(ChannelReconciliation.class).failed(exchange);
    }

    private static ListAnswer page(int order, String next) {
        return new ListAnswer.Page(
                List.of(ReconcilingHub.listed(Integer.toString(order), NOW.minusSeconds(3600), Payment.PAID)),
                List.of(),
                List.of(),
                Optional.ofNullable(next));
    }

    private static ListReading reading(Exchange exchange) {
        return exchange.getProperty("listReading", ListReading.class);
    }

    private String show() {
        return hub.strings(
                        "select state || ' ' || coalesce(position, 'null') || ' ' || compared from reconciliation.runs where id = ?",
                        run)
                .get(0);
    }
}
